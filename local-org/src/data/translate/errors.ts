import type { ApexThrow } from '../../kernel/exception.js';
import { queryException } from '../../runtime/exceptions.js';

/** The texts with which the platform refuses a query. */

const describeHint = 'Please reference your WSDL or the describe call for the appropriate names.';

export const noSuchObject = (object: string): string =>
  `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${describeHint}`;

export const noSuchColumn = (field: string, object: string): string =>
  `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${describeHint}`;

export const noSuchRelationship = (name: string, place: 'field path' | 'FROM part of query call'): string =>
  `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${describeHint}`;

export const refuse = (message: string): ApexThrow => queryException(message);

/** A part of SOQL that Salesforce has and the local org does not. */
export const unsupported = (what: string): ApexThrow => queryException(`${what} is not supported by the local org.`);
