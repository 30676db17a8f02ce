import { ApexList } from '../kernel/collections.js';
import { ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { T } from '../kernel/types.js';
import { castTo } from '../runtime/types.js';
import { typeToken } from '../platform/type-token.js';
import type { MethodArtifact } from '../3-emit/artifact.js';
import type { ApexClass, ClassTable } from './class-table.js';

type Handler = (tx: Transaction, args: readonly ApexValue[]) => ApexValue;

const typeType = { kind: 'platform', name: 'Type', args: [] } as const;

/**
 * An object that passes for the class or interface, whose methods all ask the StubProvider
 * (Apex Developer Guide, "Build a Mocking Framework with the Stub API"). Static and private methods are not stubbed; inner classes and
 * those with private constructors only cannot be.
 */
export function makeStub(table: ClassTable, of: ApexClass, handle: Handler): ApexObject {
  const isInterface = of.artifact.info.kind === 'interface';
  const base = (isInterface ? ApexObject : of) as unknown as new () => ApexObject;
  class Stub extends base {
    override apexType() {
      return of.type;
    }
    /** String.valueOf(stub), as on the platform (mocking libraries read the class name off it). */
    apexText(): string {
      return `${of.className.slice(of.className.lastIndexOf('.') + 1)}__sfdc_ApexStub:[]`;
    }
  }
  const prototype = Stub.prototype as unknown as Record<string, unknown>;
  for (const method of allMethods(table, of)) {
    if (method.static || method.visibility === 'private') continue;
    const stubbed = function (this: ApexObject, tx: Transaction, ...args: ApexValue[]): ApexValue {
      const answer = handle(tx, stubArguments(this, method, args));
      return method.returns.kind === 'void' ? null : castTo(tx, answer, method.returns);
    };
    prototype[method.jsName] = stubbed;
    prototype[`m$${method.name.toLowerCase()}$${method.params.length}`] = stubbed;
  }
  return new Stub();
}

/** stubbedObject, stubbedMethodName, returnType, listOfParamTypes, listOfParamNames, listOfArgs */
function stubArguments(self: ApexObject, method: MethodArtifact, args: readonly ApexValue[]): ApexValue[] {
  return [
    self,
    method.name,
    typeToken(method.returns),
    new ApexList(
      typeType,
      method.params.map((param) => typeToken(param.type))
    ),
    new ApexList(
      T.String,
      method.params.map((param) => param.name)
    ),
    new ApexList(T.Object, [...args])
  ];
}

/** Methods of the class, its superclasses and its interfaces of the project. */
function allMethods(table: ClassTable, of: ApexClass): MethodArtifact[] {
  const { superclass, info, methods } = of.artifact;
  const above = [superclass, ...info.interfaces.map((type) => (type.kind === 'class' ? type.name : undefined))];
  return [
    ...methods,
    ...above.flatMap((name) => {
      const each = name === undefined ? undefined : table.get(name);
      return each ? allMethods(table, each) : [];
    })
  ];
}
