import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { PageReferenceObject } from './page-reference.js';

const homePage = '/home/home.jsp';

export const idOf = (record: SObjectValue): ApexId | null => {
  const id = record.fields.get('Id');
  return id instanceof ApexId ? id : null;
};

/** Pages of a record bear its 15 characters: `/001…`, `/001…/e`. */
export const recordPage = (record: SObjectValue, suffix = ''): PageReferenceObject => {
  const id = idOf(record);
  return new PageReferenceObject(id === null ? homePage : `/${id.value.slice(0, 15)}${suffix}`);
};

/** The list of an object: `/001/o`. */
export const objectPage = (tx: Transaction, object: string): PageReferenceObject => {
  const prefix = tx.org.schema.object(object)?.keyPrefix;
  return new PageReferenceObject(prefix === undefined ? homePage : `/${prefix}/o`);
};

export const homeReference = (): PageReferenceObject => new PageReferenceObject(homePage);
