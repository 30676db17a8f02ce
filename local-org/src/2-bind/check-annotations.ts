import type { Member } from '../1-parse/ast/index.js';
import { type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { annotationRules, propertyRules } from './modifier-rules.js';
import { bindError, type BindError } from './errors.js';
import { isException } from './link.js';
import { outermost } from './members.js';
import type { Project } from './project.js';
import { allInterfaces, isNamed } from './subtyping.js';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.js';

interface Annotated {
  readonly annotations: ClassSymbol['annotations'];
}

const argsOf = ({ annotations }: Annotated, name: string) => annotations.find((each) => each.name === name)?.args;
const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

/** Rules of annotations on types, and of what may stand once in a type. */
export function* annotatedTypeErrors(project: Project, symbol: ClassSymbol): Generator<BindError> {
  const at = symbol.declaration;
  const fault = (text: string): BindError => bindError(at, 'modifier', text);
  const methods = [...symbol.methods.values()].flat();
  for (const name of ['testsetup', 'invocablemethod', ...verbs]) {
    if (methods.filter((method) => argsOf(method, name)).length < 2) continue;
    yield fault(`Only one method per type can be defined with: ${annotationRules.get(name)?.shown}`);
  }
  const test = argsOf(symbol, 'istest');
  if (test) {
    if (symbol.outer) yield fault('IsTest can only be used on a top level type');
    if (isException(symbol)) yield fault('Only top-level non-exception class types can be marked as tests');
    for (const word of ['abstract', 'virtual']) {
      if (symbol.declaration.modifiers.words.includes(word)) yield fault(`IsTest classes cannot be ${word}`);
    }
    if (test['testfor'] !== undefined && test['testfor'] !== 'true')
      yield* testForErrors(project, test['testfor'], fault);
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
    const known = Object.entries(json).filter(([property]) => propertyRules.has(`jsonaccess.${property}`));
    if (known.length === 0) yield fault('At least one JSON serialization control parameter must be specified');
    for (const [property, value] of known) {
      if (['true', 'false'].includes(value.toLowerCase())) continue;
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

/** `ApexClass:Name, ApexTrigger:Name`: what a test is for. */
function* testForErrors(project: Project, value: string, fault: (text: string) => BindError): Generator<BindError> {
  if (value === '') yield fault('Required property is missing: testFor');
  for (const entry of value.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [, kind, name = ''] = /^(apexclass|apextrigger):(.*)$/i.exec(entry) ?? [];
    if (kind === undefined) {
      yield fault(
        `Invalid prefix for property testFor. Specify ${entry} in the format 'prefix:name, ...' where prefix is ApexClass: OR ApexTrigger:. Use commas to separate multiple type names in the same format.`
      );
    } else if (/class/i.test(kind) && !name.includes('.') && !project.class(name)) {
      yield fault(`Invalid value for property testFor expected Apex class ${name} not found`);
    }
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
    if (name === 'invocablevariable' && !isVariableType(field.type))
      yield bindError(
        field.declaration,
        'modifier',
        `${shown} ${place} do not support type of ${shownType(field.type)}`
      );
    if (name === 'invocablevariable' && field.declaration.modifiers.words.includes('final'))
      yield bindError(field.declaration, 'modifier', `${shown} ${place} cannot be final`);
    // A static property may be enabled for Aura components, which a static field may not.
    const mayBeStatic = name === 'auraenabled' && field.kind === 'property';
    const text = open
      ? field.static && !mayBeStatic && `${shown} ${place} cannot be static`
      : `${shown} ${place} require at least one of the following global, public`;
    if (text) yield bindError(field.declaration, 'modifier', text);
  }
}

/** Rules of annotations on methods: who may call them, what they may take and give. */
export function* annotatedMethodErrors(project: Project, method: MethodSymbol): Generator<BindError> {
  const fault = (text: string): BindError => bindError(method.declaration, 'modifier', text);
  const { owner, params, returns } = method;
  const open = method.visibility === 'public' || method.visibility === 'global';
  const mustBeStatic = (shown: string) => fault(`${shown} methods must be declared as static`);
  const mustBeOpen = (shown: string) => fault(`${shown} methods require at least one of the following global, public`);
  const isTestClass = outermost(owner).annotations.some(({ name }) => name === 'istest');
  const testMethod = method.declaration.modifiers.words.includes('testmethod');
  const { words } = method.declaration.modifiers;
  if (testMethod && method.declaration.modifiers.annotations.some(({ name }) => name === 'istest'))
    yield fault('testMethod are by default IsTest');
  if (argsOf(method, 'istest') && argsOf(method, 'future')) yield fault('Future methods cannot be IsTest');
  if (argsOf(method, 'testsetup') && argsOf(method, 'istest')) {
    yield fault(`TestSetup methods cannot be ${testMethod ? 'testMethod' : 'IsTest'}`);
  } else if (argsOf(method, 'istest')) {
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
    if (!method.static)
      yield owner.outer
        ? fault('TestSetup can only be used on methods of a top level type')
        : mustBeStatic('TestSetup');
    if (returns.kind !== 'void') yield fault('Test setup method must return void');
    if (params.length > 0) yield fault('Test methods must have no arguments');
  }
  if (argsOf(method, 'future')) {
    if (!method.static && !method.abstract) yield mustBeStatic('Future');
    if (returns.kind !== 'void') yield fault(`Future methods do not support return type of ${shownType(returns)}`);
    for (const { type } of params) {
      if (!isFlat(type)) yield fault(`Future methods do not support parameter type of ${shownType(type)}`);
    }
  }
  const aura = argsOf(method, 'auraenabled');
  if (aura?.['scope'] !== undefined && !['true', 'false'].includes(aura['scope'].toLowerCase())) {
    if (aura['scope'] !== 'global')
      yield fault(`Annotation property, scope on AuraEnabled, unknown value: ${aura['scope']}`);
    else if (!isTrue(aura['cacheable']))
      yield fault('Invalid combination of values for properties cacheable and scope on AuraEnabled');
  }
  // A protected method of a class that nothing extends is refused for that.
  if (aura && (owner.virtual || !words.includes('protected'))) {
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
        `Unsupported parameter type ${shownType(only.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
      );
    } else if (only && !isInvocableList(project, only.type)) {
      yield fault(`InvocableMethod methods do not support parameter type of ${shownType(only.type)}`);
    }
    if (returns.kind !== 'void' && !(isList(returns) && isInvocableList(project, returns))) {
      yield fault(`InvocableMethod methods do not support return type of ${shownType(returns)}`);
    }
    if (method.annotations.some(({ name }) => name !== 'invocablemethod' && name !== 'deprecated')) {
      yield fault('The only annotation that can be used with InvocableMethod is Deprecated');
    }
  }
  if (argsOf(method, 'remoteaction')) {
    if (!method.static) yield mustBeStatic('RemoteAction');
    if (!open) yield mustBeOpen('RemoteAction');
    const twins = (owner.methods.get(method.name.toLowerCase()) ?? []).filter(
      (other) => argsOf(other, 'remoteaction') && other.params.length === params.length
    );
    if (twins.length > 1 && twins[0] === method) {
      yield fault(
        'Remote Action does not support two remote action methods with the same name and same number of parameters'
      );
    }
  }
  if (argsOf(method, 'readonly')) {
    const served = ['remoteaction', ...verbs].some((name) => argsOf(method, name));
    const scheduled =
      method.name.toLowerCase() === 'execute' &&
      params.length === 1 &&
      allInterfaces(project, owner).some((type) => isNamed(type, 'Schedulable'));
    if (method.static && !served && !words.includes('webservice') && !argsOf(method, 'invocablemethod')) {
      yield fault(
        'ReadOnly methods require at least one of the following webService, RemoteAction, HttpGet, HttpPost, HttpPatch, HttpPut, HttpDelete'
      );
    }
    if (!method.static && !scheduled) {
      yield fault(
        'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly'
      );
    }
  }
  for (const name of verbs) {
    // That it is static in an inner class is said elsewhere.
    if (!argsOf(method, name) || (owner.outer && method.static)) continue;
    const shown = annotationRules.get(name)?.shown ?? name;
    if (!isTransported(returns)) yield fault(`${shown} methods do not support return type of ${shownType(returns)}`);
    for (const { type } of name === 'httpget' || name === 'httpdelete' ? [] : params) {
      if (!isTransported(type)) yield fault(`${shown} methods do not support parameter type of ${shownType(type)}`);
    }
    if (method.visibility !== 'global') yield fault(`${shown} methods must be declared as global`);
    if (!method.static) yield mustBeStatic(shown);
    if (!argsOf(owner, 'restresource'))
      yield fault(`Defining type for ${shown} methods must be declared as RestResource`);
    if (params.length > 0 && (name === 'httpget' || name === 'httpdelete')) {
      yield fault(`${shown} methods do not support parameters`);
    }
  }
}

const verbs = ['httpget', 'httppost', 'httpput', 'httppatch', 'httpdelete'];

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

/** What Apex REST turns into JSON and back: no sets, no maps but of texts, nothing whose type is open. */
function isTransported(type: ApexType): boolean {
  if (type.kind !== 'platform') return true;
  const [first, second] = type.args;
  if (type.name === 'List' && first) return isTransported(first);
  if (type.name === 'Map' && first && second) return isNamed(first, 'String') && isTransported(second);
  return !['Object', 'Set', 'Blob'].includes(type.name);
}

/** A list, or a list of lists, of what a flow can hold: values, records, objects with invocable variables of their own. */
function isInvocableList(project: Project, type: ApexType): boolean {
  const [element] = type.kind === 'platform' ? type.args : [];
  if (!element) return false;
  const [inner] = isList(element) && element.kind === 'platform' ? element.args : [element];
  if (!inner) return false;
  if (inner.kind !== 'class') return inner.kind !== 'platform' || !closed.has(inner.name);
  const symbol = project.class(inner.name);
  return symbol?.kind === 'class' && symbol.declaration.members.some(isInvocableVariable);
}

const isInvocableVariable = (member: Member): boolean =>
  member.kind === 'field' && argsOf(member.modifiers, 'invocablevariable') !== undefined;

const closed = new Set(['Object', 'Map', 'Set', 'List', 'Iterable', 'Type', 'PageReference', 'Exception']);

/** What an invocable variable holds: as above, but any object of the project, and alone or in lists of lists. */
function isVariableType(type: ApexType): boolean {
  const [element = type] = isList(type) && type.kind === 'platform' ? type.args : [];
  const [inner = element] = isList(element) && element.kind === 'platform' ? element.args : [];
  return inner.kind !== 'platform' || !closed.has(inner.name);
}

const isList = (type: ApexType): boolean => type.kind === 'platform' && type.name === 'List';
