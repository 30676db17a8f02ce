import { allInterfaces } from '../2-bind/subtyping.js';
import type { Project } from '../2-bind/project.js';
import { interfaceImplementation, parameterConversions, resultConversion } from '../2-bind/check-interfaces.js';
import { isTestClass } from '../2-bind/members.js';
import { isException } from '../2-bind/link.js';
import { sharingMode, type ClassSymbol, type FieldSymbol } from '../2-bind/symbols.js';
import type { ApexAnnotation, ClassInfo, MemberInfo, MethodInfo } from '../kernel/services.js';
import type { ClassArtifact, MemberArtifact, MethodArtifact } from './artifact.js';
import { hasStatics } from './function-scope.js';
import { constructorNames } from './names.js';

/** What the loader and reflection need to know of a class. */
export function classArtifact(project: Project, symbol: ClassSymbol): ClassArtifact {
  const own = [...symbol.fields.values()];
  const methods = [...symbol.methods.values()].flat();
  return {
    name: symbol.name,
    info: classInfo(project, symbol),
    superclass: symbol.superclass?.name,
    isException: isException(symbol),
    onlyPrivateConstructors:
      symbol.constructors.length > 0 && symbol.constructors.every((each) => each.visibility === 'private'),
    slots: own.filter((field) => !field.static).map((field) => field.jsName),
    staticSlots: own.filter((field) => field.static).map((field) => field.jsName),
    hasStatics: hasStatics(symbol),
    methods: methods.map(
      ({ name, jsName, static: isStatic, abstract, params, returns, visibility }): MethodArtifact => {
        return { name, jsName, static: isStatic, abstract, params, returns, visibility };
      }
    ),
    constructors: Object.fromEntries(
      symbol.constructors.map((constructor) => [constructorNames(constructor).create, constructor.params])
    ),
    members: own.map(memberArtifact),
    aliases: symbol.kind === 'class' ? aliases(project, symbol) : []
  };
}

function memberArtifact(field: FieldSymbol): MemberArtifact {
  const viaAccessors = field.kind === 'property' && !field.direct;
  return {
    name: field.name,
    static: field.static,
    slot: field.jsName,
    type: field.type,
    getter: viaAccessors ? field.getter?.jsName : undefined,
    setter: viaAccessors ? field.setter?.jsName : undefined
  };
}

/** Interface methods whose JavaScript name differs from that of the method that implements them. */
function aliases(project: Project, symbol: ClassSymbol): ClassArtifact['aliases'] {
  const found: ClassArtifact['aliases'][number][] = [];
  for (const type of allInterfaces(project, symbol)) {
    const above = type.kind === 'class' ? project.class(type.name) : undefined;
    for (const wanted of above ? [...above.methods.values()].flat() : []) {
      const method = interfaceImplementation(project, symbol, wanted);
      if (!method) continue;
      if (method === 'inherited') found.push({ alias: wanted.jsName, library: wanted.name.toLowerCase() });
      else if (method.static) found.push({ alias: wanted.jsName, static: method.jsName, owner: method.owner.name });
      else if (method.jsName !== wanted.jsName) {
        const takes = parameterConversions(project, wanted, method) ?? [];
        const plain = takes.every((each) => each === undefined);
        const gives = resultConversion(project, method, wanted);
        found.push({
          alias: wanted.jsName,
          jsName: method.jsName,
          ...(!plain && { takes: takes.map((each) => each ?? null) }),
          ...(gives && { gives })
        });
      }
    }
  }
  return found;
}

function classInfo(project: Project, symbol: ClassSymbol): ClassInfo {
  const { source } = symbol;
  return {
    name: symbol.name,
    type: symbol.type,
    kind: symbol.kind,
    abstract: symbol.abstract,
    superclass: symbol.superclass?.type ?? symbol.platformSuperclass ?? null,
    interfaces: allInterfaces(project, symbol),
    annotations: meaningOf(symbol.annotations),
    sharing: sharingMode(symbol),
    visibility: symbol.visibility === 'protected' ? 'private' : symbol.visibility,
    apiVersion: source.apiVersion,
    isTest: isTestClass(symbol),
    methods: methodInfos(symbol),
    members: memberInfos(symbol),
    enumValues: symbol.declaration.constants,
    file: source.file
  };
}

/** Annotations without what only their checks wanted to know. */
const meaningOf = (annotations: readonly ApexAnnotation[]): ApexAnnotation[] =>
  annotations.map(({ name, args }) => ({ name, args }));

function methodInfos(symbol: ClassSymbol): MethodInfo[] {
  return [...symbol.methods.values()].flat().map((method) => ({
    name: method.name,
    static: method.static,
    visibility: method.visibility,
    params: method.params,
    returns: method.returns,
    annotations: meaningOf(method.annotations),
    line: method.declaration.line
  }));
}

/** Inherited members first, as JSON and String.valueOf list them. */
function memberInfos(symbol: ClassSymbol): MemberInfo[] {
  const inherited = symbol.superclass ? memberInfos(symbol.superclass) : [];
  const own = [...symbol.fields.values()].map((field): MemberInfo => ({
    name: field.name,
    type: field.type,
    static: field.static,
    transient: field.transient,
    visibility: field.visibility,
    annotations: meaningOf(field.annotations),
    readable: field.kind === 'field' || field.getter !== undefined,
    writable: field.kind === 'field' ? !field.final : field.setter !== undefined
  }));
  const names = new Set(own.map((member) => member.name.toLowerCase()));
  return [...inherited.filter((member) => !names.has(member.name.toLowerCase())), ...own];
}
