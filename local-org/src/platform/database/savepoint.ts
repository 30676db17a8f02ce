import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { platformClass } from '../define.js';

/** System.Savepoint: a mark in the transaction to roll back to. */
export class SavepointObject extends ApexObject {
  readonly mark: number;
  constructor(mark: number) {
    super();
    this.mark = mark;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Savepoint', args: [] };
  }
}

export const savepointClass = platformClass({ name: 'System.Savepoint', members: {} });
