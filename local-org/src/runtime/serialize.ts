import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { StateReader } from './state-reader.js';
import type { StateText } from './state-text.js';
import { StateWriter } from './state-writer.js';

/**
 * The state of a job as text: the object graph as it stands now, with shared objects and cycles, transient members left out.
 * Unlike JSON it keeps the type of every value. What the platform cannot serialize is a SerializationException.
 */
export function writeState(tx: Transaction, value: ApexValue): string {
  return JSON.stringify(new StateWriter(tx).text(value));
}

/** The object graph that `writeState` wrote, as new objects. No constructor runs. */
export function readState(tx: Transaction, text: string): ApexValue {
  return new StateReader(tx, JSON.parse(text) as StateText).root();
}
