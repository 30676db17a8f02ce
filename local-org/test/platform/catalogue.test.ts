import { describe, expect, it } from 'vitest';
import { cataloguedType, cataloguedTypes } from '../../src/platform/catalogue/catalogue.js';
import { platformLibrary } from '../../src/platform/index.js';
import { parseSignature } from '../../src/platform/signature.js';
import { compile, errorsOf, transaction } from '../compiler/harness.js';

const types = [...cataloguedTypes()];

describe('the catalogue of what Salesforce has', () => {
  it('names the types of the platform', () => {
    expect(types.length).toBeGreaterThan(2500);
  });

  it('is written in signatures that the library can read', () => {
    const members = types.flatMap((type) => type.members);

    expect(members.map((signature) => parseSignature(signature, []).name)).toHaveLength(members.length);
  });

  it('is covered: each member of a class of the library is implemented or listed as missing', () => {
    const uncovered = types.flatMap((type) => {
      const platformClass = platformLibrary.class(type.name);
      if (!platformClass || type.kind === 'enum') return [];
      const known = new Set<string>();
      const visit = (name: string): void => {
        const each = platformLibrary.class(name);
        for (const member of each?.members ?? []) known.add(`${member.name.toLowerCase()} ${member.params.length}`);
        for (const above of [each?.extends, ...(each?.implements ?? [])])
          if (above?.kind === 'platform') visit(above.name);
      };
      visit(type.name);
      visit('Object');
      for (const member of platformLibrary.missing(type.name))
        known.add(`${member.name.toLowerCase()} ${member.params.length}`);
      return type.members
        .map((signature) => parseSignature(signature, platformClass.typeParameters))
        .filter(({ kind }) => kind !== 'constructor')
        .filter(({ name, params }) => !known.has(`${name.toLowerCase()} ${params.length}`))
        .map(({ name }) => `${type.name}.${name}`);
    });

    expect(uncovered).toEqual([]);
  });

  it('makes the enums and exceptions that the library does not write out', () => {
    const made = types.filter(({ kind, name, values }) =>
      kind === 'enum' ? values.length > 0 : /\wException$/.test(name)
    );

    expect(made.filter(({ name }) => !platformLibrary.class(name)).map(({ name }) => name)).toEqual([]);
    expect(platformLibrary.class('reports.columnsortorder')?.values).toEqual(
      cataloguedType('Reports.ColumnSortOrder')?.values
    );
  });
});

/** The first error of a method body. */
async function errorOf(body: string): Promise<string | undefined> {
  const code = await compile({ Facts: `public class Facts {\npublic static Object run() { ${body} }\n}` });
  return errorsOf(code)[0];
}

describe('using what the local org lacks', () => {
  it.each([
    ['a type', 'Reports.ReportResults results = null; return results;', 'Reports.ReportResults'],
    [
      'a static method',
      'return Schema.getModuleDescribe();',
      'Schema: static Map<String,SObjectType> getModuleDescribe()'
    ],
    ['a method of a missing class', "return Reports.ReportManager.getReportMetadata('x');", 'Reports.ReportManager'],
    [
      'an overload',
      "return 'x'.overlay('y', 1, 2);",
      'String: String overlay(String value1, Integer value2, Integer value3)'
    ]
  ])('is an error that says so: %s', async (_what, body, named) => {
    expect(await errorOf(body)).toContain(`The local org does not support ${named}`);
  });

  it('is told from a misspelling', async () => {
    expect(await errorOf("return 'x'.overlai('y');")).toContain('Method does not exist or incorrect signature');
  });
});

describe('enums and exceptions of the catalogue', () => {
  it('work as any other', async () => {
    const code = await compile({
      Facts: `public class Facts {
        public static String sort() { return Reports.ColumnSortOrder.values()[0].name(); }
        public static String failure() {
          try { throw new ConnectApi.NotFoundException('gone'); } catch (ConnectApi.NotFoundException e) {
            return e.getTypeName() + ': ' + e.getMessage();
          }
        }
      }`
    });

    const tx = transaction(code);

    expect(errorsOf(code)).toEqual([]);
    expect(code.invokeStatic(tx, 'Facts', 'sort', [])).toBe(cataloguedType('Reports.ColumnSortOrder')?.values[0]);
    expect(code.invokeStatic(tx, 'Facts', 'failure', [])).toBe('ConnectApi.NotFoundException: gone');
  });
});
