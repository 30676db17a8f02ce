import { typeName, type ApexType } from '../kernel/types.js';
import { annotationRules } from './modifier-rules.js';
import { bindError, type BindError } from './errors.js';
import { isException } from './link.js';
import { outermost } from './members.js';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.js';

interface Annotated {
  readonly annotations: ClassSymbol['annotations'];
}

const argsOf = ({ annotations }: Annotated, name: string) => annotations.find((each) => each.name === name)?.args;
const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

/** Rules of annotations on types, and of what may stand once in a type. */
export function* annotatedTypeErrors(symbol: ClassSymbol): Generator<BindError> {
  const at = symbol.declaration;
  const fault = (text: string): BindError => bindError(at, 'modifier', text);
  const methods = [...symbol.methods.values()].flat();
  for (const name of ['testsetup', 'invocablemethod', 'httpget', 'httppost', 'httpput', 'httppatch', 'httpdelete']) {
    if (methods.filter((method) => argsOf(method, name)).length < 2) continue;
    yield fault(`Only one method per type can be defined with: ${annotationRules.get(name)?.shown}`);
  }
  const test = argsOf(symbol, 'istest');
  if (test) {
    if (symbol.outer) yield fault('IsTest can only be used on a top level type');
    if (isException(symbol)) yield fault('Only top-level non-exception class types can be marked as tests');
    const parallel = isTrue(test['isparallel']);
    const seesAll = methods.some((method) => isTrue(argsOf(method, 'istest')?.['seealldata']));
    if (parallel && isTrue(test['seealldata'])) {
      yield fault(
        'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)'
      );
    }
    if (parallel && seesAll) {
      yield fault(
        'Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)'
      );
    }
    if (methods.some((method) => argsOf(method, 'testsetup'))) {
      if (isTrue(test['seealldata'])) yield fault('Test class cannot be annotated with @isTest(SeeAllData=true)');
      if (seesAll) {
        yield fault(
          'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
        );
      }
    }
  }
  const json = argsOf(symbol, 'jsonaccess');
  if (json) {
    if (Object.keys(json).length === 0)
      yield fault('At least one JSON serialization control parameter must be specified');
    for (const [property, value] of Object.entries(json)) {
      if (['always', 'never', 'samenamespace', 'samepackage'].includes(value.toLowerCase())) continue;
      yield fault(`Annotation property, ${property} on JsonAccess, unknown value: ${value}`);
    }
  }
  const rest = argsOf(symbol, 'restresource');
  if (!rest) return;
  if (symbol.visibility !== 'global') yield fault('RestResource classes must be declared as global');
  const url = rest['urlmapping'];
  if (url === undefined) yield fault('Required property is missing: urlMapping');
  else if (url === '') yield fault('Rest Resource url cannot be empty');
  else if (url.length > 255) yield fault('Rest Resource url cannot be longer than 255 characters');
  else if (!url.startsWith('/')) yield fault("Rest Resource url must begin with a forward slash, '/'");
  else if (/[^/]\*/.test(url)) yield fault("Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'");
  else if (/\*[^/]/.test(url)) {
    yield fault("Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character");
  }
}

/** Rules of annotations on fields. */
export function* annotatedFieldErrors(field: FieldSymbol): Generator<BindError> {
  const open = field.visibility === 'public' || field.visibility === 'global';
  const place = field.kind === 'field' ? 'fields' : 'properties';
  for (const [name, shown] of [
    ['invocablevariable', 'InvocableVariable'],
    ['auraenabled', 'AuraEnabled']
  ] as const) {
    if (!argsOf(field, name)) continue;
    const text = open
      ? field.static && `${shown} ${place} cannot be static`
      : `${shown} ${place} require at least one of the following global, public`;
    if (text) yield bindError(field.declaration, 'modifier', text);
  }
}

/** Rules of annotations on methods: who may call them, what they may take and give. */
export function* annotatedMethodErrors(method: MethodSymbol): Generator<BindError> {
  const fault = (text: string): BindError => bindError(method.declaration, 'modifier', text);
  const { owner, params, returns } = method;
  const open = method.visibility === 'public' || method.visibility === 'global';
  const mustBeStatic = (shown: string) => fault(`${shown} methods must be declared as static`);
  const mustBeOpen = (shown: string) => fault(`${shown} methods require at least one of the following global, public`);
  const isTestClass = outermost(owner).annotations.some(({ name }) => name === 'istest');
  const testMethod = method.declaration.modifiers.words.includes('testmethod');
  if (argsOf(method, 'istest')) {
    const shown = testMethod ? 'testMethod' : 'IsTest';
    if (owner.outer) yield fault(`${shown} can only be used on methods of a top level type`);
    else if (!method.declaration.modifiers.words.includes('static')) yield mustBeStatic(shown);
    // Up to API 27 tests may stand beside the code that they test (Apex Developer Guide, "What Are Apex Unit Tests?").
    const anywhere = owner.source.apiVersion < 28;
    if (!isTestClass && !anywhere) yield fault(`Defining type for ${shown} methods must be declared as IsTest`);
    if (params.length > 0) yield fault('Test methods must have no arguments');
  }
  if (argsOf(method, 'testsetup')) {
    if (!isTestClass) yield fault('Defining type for TestSetup methods must be declared as IsTest');
    if (!method.static) yield mustBeStatic('TestSetup');
    if (returns.kind !== 'void') yield fault('Test setup method must return void');
    if (params.length > 0) yield fault('Test methods must have no arguments');
  }
  if (argsOf(method, 'future')) {
    if (!method.static) yield mustBeStatic('Future');
    if (returns.kind !== 'void') yield fault(`Future methods do not support return type of ${typeName(returns)}`);
    for (const { type } of params) {
      if (!isFlat(type)) yield fault(`Future methods do not support parameter type of ${typeName(type)}`);
    }
  }
  if (argsOf(method, 'auraenabled')) {
    if (!open) yield mustBeOpen('AuraEnabled');
    if (!method.static) {
      if (params.length > 0) yield fault('Non static AuraEnabled methods may not have parameters');
      if (!/^get/i.test(method.name)) yield fault("Non static AuraEnabled methods must be named with a prefix 'get'");
    }
    const twins = owner.methods.get(method.name.toLowerCase())?.filter((other) => argsOf(other, 'auraenabled')) ?? [];
    // Since API version 55.0 (Summer '22 release notes); the front end at hand tells it from 58.0 at the latest.
    if (twins.length > 1 && owner.source.apiVersion >= 58) {
      yield fault(`Overload of AuraEnabled method: ${method.name} overload is not permitted`);
    }
  }
  if (argsOf(method, 'invocablemethod')) {
    if (!method.static) yield mustBeStatic('InvocableMethod');
    if (!open) yield mustBeOpen('InvocableMethod');
    const [only] = params;
    if (params.length > 1) yield fault('Only one parameter is supported on methods with @Invocable annotation');
    else if (only && !isList(only.type)) {
      yield fault(
        `Unsupported parameter type ${typeName(only.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
      );
    }
    if (returns.kind !== 'void' && !isList(returns)) {
      yield fault(`InvocableMethod methods do not support return type of ${typeName(returns)}`);
    }
    if (method.annotations.some(({ name }) => name === 'auraenabled' || name === 'future' || name === 'remoteaction')) {
      yield fault('The only annotation that can be used with InvocableMethod is Deprecated');
    }
  }
  if (argsOf(method, 'remoteaction')) {
    if (!method.static) yield mustBeStatic('RemoteAction');
    if (!open) yield mustBeOpen('RemoteAction');
  }
  for (const name of ['httpget', 'httppost', 'httpput', 'httppatch', 'httpdelete']) {
    if (!argsOf(method, name)) continue;
    const shown = annotationRules.get(name)?.shown ?? name;
    if (method.visibility !== 'global') yield fault(`${shown} methods must be declared as global`);
    if (!method.static) yield mustBeStatic(shown);
    if (!argsOf(owner, 'restresource'))
      yield fault(`Defining type for ${shown} methods must be declared as RestResource`);
    if (params.length > 0 && (name === 'httpget' || name === 'httpdelete')) {
      yield fault(`${shown} methods do not support parameters`);
    }
  }
}

const scalars = new Set(
  'Boolean Integer Long Double Decimal String Id Date Datetime Time Blob'.split(' ') as readonly string[]
);

/** What a @future method takes: values and collections of values. */
function isFlat(type: ApexType): boolean {
  if (type.kind !== 'platform') return false;
  if (scalars.has(type.name)) return true;
  return (
    ['List', 'Set', 'Map'].includes(type.name) &&
    type.args.every((arg) => arg.kind === 'platform' && scalars.has(arg.name))
  );
}

const isList = (type: ApexType): boolean => type.kind === 'platform' && type.name === 'List';
