import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, sobjectType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { limitException, sobjectException } from '../../runtime/exceptions.js';
import type { QueryLocator } from '../database/query-locator.js';
import { platformClass } from '../define.js';
import { homeReference, idOf } from './record-urls.js';
import { saveForPage } from './standard-controller.js';
import { visualforceException } from './page-state.js';

/** Visualforce Developer Guide, "StandardSetController Class". */
const mostRecords = 10_000;

/** ApexPages.StandardSetController: records in pages of 20, with a selection and a prototype for mass updates. */
class SetController extends ApexObject {
  readonly element: ApexType;
  readonly records: SObjectValue[];
  readonly complete: boolean;
  readonly prototype: SObjectValue;
  selected: SObjectValue[] = [];
  pageSize = 20;
  page = 1;
  /** The records as they came, to find those that have been changed. */
  private readonly before: ReadonlyMap<SObjectValue, ReadonlyMap<string, ApexValue>>;

  constructor(element: ApexType, records: readonly SObjectValue[]) {
    super();
    this.records = records.slice(0, mostRecords);
    this.complete = records.length <= mostRecords;
    const object = records[0]?.object ?? (element.kind === 'sobject' ? element.name : 'SObject');
    this.element = element.kind === 'sobject' && element.name !== 'SObject' ? element : sobjectType(object);
    this.prototype = new SObjectValue(object);
    this.before = new Map(this.records.map((record) => [record, new Map(record.fields)]));
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ApexPages.StandardSetController', args: [] };
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.records.length / this.pageSize));
  }

  goTo(page: number): void {
    this.page = Math.min(Math.max(1, page), this.pages);
  }

  resize(size: number): void {
    if (size < 1) throw visualforceException(`Invalid page size: ${size}`);
    const first = (this.page - 1) * this.pageSize;
    this.pageSize = size;
    this.goTo(Math.floor(first / size) + 1);
  }

  visible(): SObjectValue[] {
    const start = (this.page - 1) * this.pageSize;
    return this.records.slice(start, start + this.pageSize);
  }

  /** The prototype's fields go to the selected records; then all records with changes are to be saved. */
  changed(): SObjectValue[] {
    for (const record of this.selected) {
      for (const [name, value] of this.prototype.fields) record.fields.set(name, value);
    }
    const all = new Set([...this.records, ...this.selected]);
    return [...all].filter((record) => {
      const before = this.before.get(record);
      if (!before || idOf(record) === null) return true;
      return (
        before.size !== record.fields.size || [...record.fields].some(([name, value]) => before.get(name) !== value)
      );
    });
  }
}

type Self = SetController;
type Records = ApexList<SObjectValue>;

const list = (self: Self, records: SObjectValue[]): Records => new ApexList(self.element, records);

function save(tx: Transaction, self: Self) {
  const changed = self.changed();
  const isNew = (record: SObjectValue) => idOf(record) === null;
  const kept = changed.filter((record) => !isNew(record));
  const updated = kept.length === 0 ? homeReference() : saveForPage(tx, 'update', kept, homeReference);
  const added = changed.filter(isNew);
  if (updated === null || added.length === 0) return updated;
  return saveForPage(tx, 'insert', added, homeReference);
}

export const setControllerClass = platformClass({
  name: 'ApexPages.StandardSetController',
  members: {
    'ApexPages.StandardSetController(Database.QueryLocator queryLocator)': (_tx, locator: QueryLocator | null) => {
      const rows = required(locator, 1).rows;
      if (rows.length > mostRecords)
        throw limitException(`Collection size ${rows.length} exceeds maximum size of 10000.`);
      return new SetController(sobjectType(rows[0]?.object ?? 'SObject'), rows);
    },
    'ApexPages.StandardSetController(List<SObject> controllerSObjects)': (_tx, records: Records | null) =>
      new SetController(required(records, 1).element, records?.items ?? []),
    'void addFields(List<String> fieldNames)': () => {
      throw sobjectException(
        'You cannot call addFields when the data is being passed into the controller by the caller.'
      );
    },
    'PageReference cancel()': () => homeReference(),
    'void first()': (_tx, self: Self) => self.goTo(1),
    'Boolean getCompleteResult()': (_tx, self: Self) => self.complete,
    'String getFilterId()': () => null,
    'Boolean getHasNext()': (_tx, self: Self) => self.page < self.pages,
    'Boolean getHasPrevious()': (_tx, self: Self) => self.page > 1,
    'List<SelectOption> getListViewOptions()': { unsupported: 'list views in Apex' },
    'Integer getPageNumber()': (_tx, self: Self) => self.page,
    'Integer getPageSize()': (_tx, self: Self) => self.pageSize,
    'SObject getRecord()': (_tx, self: Self) => self.prototype,
    'List<SObject> getRecords()': (_tx, self: Self) => list(self, self.visible()),
    'Integer getResultSize()': (_tx, self: Self) => self.records.length,
    'List<SObject> getSelected()': (_tx, self: Self) => list(self, [...self.selected]),
    'void last()': (_tx, self: Self) => self.goTo(self.pages),
    'void next()': (_tx, self: Self) => self.goTo(self.page + 1),
    'void previous()': (_tx, self: Self) => self.goTo(self.page - 1),
    'PageReference save()': (tx, self: Self) => save(tx, self),
    'void setFilterId(String filterId)': { unsupported: 'list views in Apex' },
    'void setPageNumber(Integer pageNumber)': (_tx, self: Self, page: number | null) => self.goTo(required(page, 1)),
    'void setPageSize(Integer pageSize)': (_tx, self: Self, size: number | null) => self.resize(required(size, 1)),
    'void setSelected(List<SObject> selectedRecords)': (_tx, self: Self, records: Records | null) => {
      self.selected = [...required(records, 1).items];
    }
  }
});
