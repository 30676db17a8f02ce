import type { ClassInfo } from '../../kernel/services.js';
import { jsonException } from '../../runtime/exceptions.js';

interface Access {
  readonly serializable: boolean;
  readonly deserializable: boolean;
}

const known = new WeakMap<ClassInfo, Access>();

/** What @JsonAccess on a class itself allows; code deployed as source is in the namespace of the class, but in no package with it. */
function accessOf(info: ClassInfo): Access {
  let access = known.get(info);
  if (!access) {
    const args = Object.entries(info.annotations.find(({ name }) => name === 'jsonaccess')?.args ?? {});
    const allows = (parameter: string): boolean =>
      !args.some(
        ([name, value]) => name.toLowerCase() === parameter && ['never', 'samepackage'].includes(value.toLowerCase())
      );
    known.set(info, (access = { serializable: allows('serializable'), deserializable: allows('deserializable') }));
  }
  return access;
}

/**
 * Refuse what @JsonAccess forbids (Apex Developer Guide, "JsonAccess Annotation"; the guide does not give the text).
 */
export function requireSerializable(info: ClassInfo): void {
  if (!accessOf(info).serializable) throw jsonException(`Type is not serializable: ${info.name}`);
}

export function requireDeserializable(info: ClassInfo): void {
  if (!accessOf(info).deserializable) throw jsonException(`Type is not deserializable: ${info.name}`);
}
