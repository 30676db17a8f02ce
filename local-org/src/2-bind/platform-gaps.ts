import type { Position, TypeRef } from '../1-parse/ast/index.js';
import { typeRefText } from '../1-parse/ast/index.js';
import type { ApexType } from '../kernel/types.js';
import { bindError, BindError } from './errors.js';
import type { Project } from './project.js';

/**
 * What Salesforce has and the platform library has not. A name from here that nothing else explains is no mistake of the project, so
 * its error says that the local org does not support it. The names are those of the Apex Reference Guide:
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ref_guide.htm
 */
const namespaces = new Set(
  (
    'apexpages applauncher approval auth cache canvas chatteranswers commercebuygrp commerceextension commerceorders ' +
    'commercepayments commercetax compression connectapi context database dataretrieval datasource dataweave ' +
    'dataweavescriptresource dom eventbus externalservice flow flowtesting formulaeval functions invocable isvpartners ' +
    'kbmanagement lxscheduler messaging metadata placequote pref_center process quickaction reports revsalestrxn ' +
    'richmessaging salesforce_backup search sfc sfdc_checkout sfdc_enablement sfdc_surveys site slack support ' +
    'territorymgmt txnsecurity userprovisioning visualeditor wave'
  ).split(' ')
);

const systemTypes = new Set(
  (
    'answers asyncapexjobstatus businesshours cases cookie cursor domain domaincreator domainparser domaintype ' +
    'email formula formularecalcfielderror formularecalcresult hostednames ideas installcontext ' +
    'knowledgearticleversionstandardcontroller orglimit orglimits packaging passwordutil publishingservice ' +
    'remoteobjectcontroller resetpasswordresult schedulabledomain selectoption site submit successfulresult ' +
    'transactionfinalizer usermanagement webservicecallout webservicecalloutfuture xmltag ' +
    'datacategory datacategorygroupsobjecttypepair describecolorresult describedatacategorygroupresult ' +
    'describedatacategorygroupstructureresult describeiconresult describetabresult describetabsetresult filteredlookupinfo'
  ).split(' ')
);

/** True for a dotted name that leads into a part of the platform that the library lacks. */
export function isPlatformGap(project: Project, name: string): boolean {
  const [head = '', next = ''] = name.toLowerCase().split('.');
  // A class of the project may bear the name of a namespace, as `Database`; it hides only what is its own.
  if (project.class(head) && !project.platform(head)) return false;
  if (head === 'system' || head === 'schema') return systemTypes.has(next) || namespaces.has(next);
  return namespaces.has(head) || systemTypes.has(head);
}

const reason = 'it is not in its platform library';

/** `Invalid type: X`, or that X is not supported. */
export function unknownType(project: Project, at: Position, name: string): BindError {
  const plain = name.replace(/[<[].*/, '');
  return isPlatformGap(project, plain)
    ? bindError(at, 'unsupported', name, reason)
    : bindError(at, 'unknownType', name);
}

/** `Variable does not exist: X`, or that X is not supported. */
export function unknownName(project: Project, at: Position, name: string): BindError {
  return isPlatformGap(project, name)
    ? bindError(at, 'unsupported', name, reason)
    : bindError(at, 'unknownVariable', name);
}

/** The error of a use, or a member, of a type that the library lacks; undefined for other types. */
export function memberOfGap(project: Project, at: Position, type: ApexType, name?: string): BindError | undefined {
  if (type.kind !== 'platform' || !isGap(project, type)) return undefined;
  return bindError(at, 'unsupported', name === undefined ? type.name : `${type.name}.${name}`, reason);
}

/**
 * The type of a declaration. One that the library lacks is reported, and stands in the declaration as a type without members: what
 * is declared exists, and each use of it is an error of the same kind rather than a second mistake.
 */
export function declaredType(resolve: () => ApexType, ref: TypeRef, report: (error: BindError) => void): ApexType {
  try {
    return resolve();
  } catch (error) {
    if (!(error instanceof BindError) || error.code !== 'unsupported') throw error;
    report(error);
    return { kind: 'platform', name: typeRefText(ref), args: [] };
  }
}

/** True for the stand-in of declaredType. */
export function isGap(project: Project, type: ApexType): boolean {
  return type.kind === 'platform' && type.name !== 'Object' && project.platform(type.name) === undefined;
}
