import type { ClassInfo } from '../../kernel/services.js';
import { jsonException } from '../../runtime/exceptions.js';

interface Access {
  readonly serializable: boolean;
  readonly deserializable: boolean;
}

const known = new WeakMap<ClassInfo, Access>();

/** What @JsonAccess on a class itself allows; all code of a project is of one namespace and package, so only `never` forbids. */
function accessOf(info: ClassInfo): Access {
  let access = known.get(info);
  if (!access) {
    const args = Object.entries(info.annotations.find(({ name }) => name === 'jsonaccess')?.args ?? {});
    const allows = (parameter: string): boolean =>
      !args.some(([name, value]) => name.toLowerCase() === parameter && value.toLowerCase() === 'never');
    known.set(info, (access = { serializable: allows('serializable'), deserializable: allows('deserializable') }));
  }
  return access;
}

/**
 * Refuse what @JsonAccess(… = 'never') forbids (Apex Developer Guide, "JsonAccess Annotation"; the guide does not give the text).
 */
export function requireSerializable(info: ClassInfo): void {
  if (!accessOf(info).serializable) throw jsonException(`Type is not serializable: ${info.name}`);
}

export function requireDeserializable(info: ClassInfo): void {
  if (!accessOf(info).deserializable) throw jsonException(`Type is not deserializable: ${info.name}`);
}
