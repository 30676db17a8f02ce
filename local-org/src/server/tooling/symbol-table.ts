import type { ClassInfo, MemberInfo, MethodInfo } from '../../kernel/services.js';
import { typeName } from '../../kernel/types.js';

/**
 * What the SymbolTable of an ApexClass tells: names, types, modifiers and lines. References from other code are not collected.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_symboltable.htm
 */
export function symbolTable(info: ClassInfo, inner: readonly ClassInfo[]): Record<string, unknown> {
  const own = info.name.split('.').at(-1) ?? info.name;
  return {
    constructors: [],
    externalReferences: [],
    id: null,
    innerClasses: inner.map((one) => symbolTable(one, [])),
    interfaces: info.interfaces.map(typeName),
    key: own,
    methods: info.methods.map(method),
    name: own,
    namespace: null,
    parentClass: info.superclass === null ? '' : typeName(info.superclass),
    properties: info.members.map(property),
    tableDeclaration: {
      annotations: annotations(info),
      location: { line: 1, column: 1 },
      modifiers: [info.visibility, ...(info.abstract ? ['abstract'] : []), ...sharing(info)],
      name: own,
      references: [],
      type: info.kind.toUpperCase()
    },
    variables: []
  };
}

const annotations = (of: Pick<ClassInfo, 'annotations'>) => of.annotations.map(({ name }) => ({ name }));
const sharing = (info: ClassInfo): string[] => (info.sharing === 'none' ? [] : [`${info.sharing} sharing`]);

function method(one: MethodInfo): Record<string, unknown> {
  return {
    annotations: annotations(one),
    location: { line: one.line, column: 1 },
    modifiers: [one.visibility, ...(one.static ? ['static'] : [])],
    name: one.name,
    parameters: one.params.map((param) => ({ name: param.name, type: typeName(param.type) })),
    references: [],
    returnType: typeName(one.returns)
  };
}

function property(one: MemberInfo): Record<string, unknown> {
  return {
    annotations: annotations(one),
    modifiers: [one.visibility, ...(one.static ? ['static'] : [])],
    name: one.name,
    references: [],
    type: typeName(one.type)
  };
}
