import { ApexEnumValue } from '../kernel/object.js';
import { ApexList } from '../kernel/collections.js';
import { noSuchElement } from '../runtime/exceptions.js';
import { cataloguedType } from './catalogue/catalogue.js';
import { platformClass, type PlatformClass } from './define.js';
import { enumConstants } from './enum-constants.js';

const values = new Map<string, readonly ApexEnumValue[]>();
for (const [name, constants] of Object.entries(enumConstants)) {
  const short = shortName(name);
  const type = { kind: 'platform', name: short, args: [] } as const;
  values.set(
    short.toLowerCase(),
    constants.split(' ').map((constant, ordinal) => new ApexEnumValue(type, constant, ordinal))
  );
}

function shortName(name: string): string {
  return name.replace(/^(System|Schema)\./, '');
}

/** The constants of a platform enum; those of enums that only the catalogue knows are made when first asked for. */
function constantsOf(name: string): readonly ApexEnumValue[] {
  const short = shortName(name);
  const known = values.get(short.toLowerCase());
  if (known) return known;
  const catalogued = cataloguedType(short);
  const type = { kind: 'platform', name: catalogued?.name ?? short, args: [] } as const;
  const made = (catalogued?.kind === 'enum' ? catalogued.values : []).map(
    (constant, ordinal) => new ApexEnumValue(type, constant, ordinal)
  );
  values.set(short.toLowerCase(), made);
  return made;
}

/** A constant of a platform enum; names ignore case. The same object every time. */
export function platformEnumValue(enumName: string, constant: string): ApexEnumValue | undefined {
  const wanted = constant.toLowerCase();
  return constantsOf(enumName).find((value) => value.name.toLowerCase() === wanted);
}

/** For constants that are known to exist. */
export function enumConstant(enumName: string, constant: string): ApexEnumValue {
  const value = platformEnumValue(enumName, constant);
  if (!value) throw new Error(`No platform enum constant ${enumName}.${constant}`);
  return value;
}

/** An enum of the platform with values(), valueOf(), name() and ordinal(); `name` with its namespace. */
export function enumClass(name: string, constants: readonly string[]): PlatformClass {
  const short = shortName(name);
  return platformClass({
    name,
    kind: 'enum',
    values: constants,
    members: {
      [`static List<${short}> values()`]: () =>
        new ApexList({ kind: 'platform', name: short, args: [] }, [...constantsOf(short)]),
      [`static ${short} valueOf(String name)`]: (_tx, constant: string | null) => {
        const found = constant === null ? undefined : platformEnumValue(short, constant);
        if (!found) throw noSuchElement(`No enum constant ${name}.${constant}`);
        return found;
      },
      'String name()': (_tx, self: ApexEnumValue) => self.name,
      'Integer ordinal()': (_tx, self: ApexEnumValue) => self.ordinal
    }
  });
}

export const enumClasses: readonly PlatformClass[] = Object.entries(enumConstants).map(([name, constants]) =>
  enumClass(name, constants.split(' '))
);
