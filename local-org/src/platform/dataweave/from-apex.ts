import { Big, BigDecimal } from 'bigdecimal.js';
import { WeaveError } from '../../dataweave/errors.js';
import { WeaveDate, WeaveDateTime, WeaveTime } from '../../dataweave/time/values.js';
import { number, pair, WeaveBinary, WeaveObject, type WeaveValue } from '../../dataweave/values.js';
import { ApexList, ApexMap, ApexSet } from '../../kernel/collections.js';
import { ApexEnumValue, type ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { displayType, typeOf } from '../../runtime/types.js';
import { toText } from '../../runtime/text.js';

/** An Apex value as a script sees it: records and instances of classes are objects of their fields. */
export function fromApex(tx: Transaction, value: ApexValue): WeaveValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return number(value);
  if (value instanceof BigDecimal) return value;
  if (value instanceof ApexDouble) return Number.isFinite(value.value) ? Big(value.value) : null;
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return new WeaveDate(value.days);
  if (value instanceof ApexDatetime) return new WeaveDateTime(value.ms, 'Z');
  if (value instanceof ApexTime) return new WeaveTime(value.ms, 'Z');
  if (value instanceof ApexBlob) return new WeaveBinary(value.bytes);
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return value.items.map((item) => fromApex(tx, item));
  if (value instanceof ApexSet) return [...value.entries.values()].map((item) => fromApex(tx, item));
  if (value instanceof ApexMap) {
    return new WeaveObject(
      [...value.entries.values()].map(({ key, value: of }) => pair(toText(tx, key), fromApex(tx, of)))
    );
  }
  if (value instanceof SObjectValue) {
    return new WeaveObject([...value.fields].map(([name, of]) => pair(name, fromApex(tx, of))));
  }
  return fromInstance(tx, value);
}

function fromInstance(tx: Transaction, value: ApexObject): WeaveValue {
  const { code } = tx.org;
  const type = typeOf(value);
  const info = type.kind === 'class' ? code.classInfo(type.name) : undefined;
  if (!info) throw new WeaveError(`Cannot read a ${displayType(type)} in a script`);
  const members = info.members.filter((member) => !member.static && !member.transient && member.readable);
  return new WeaveObject(members.map(({ name }) => pair(name, fromApex(tx, code.getMember(tx, value, name)))));
}
