import { idOf } from '../../async/job-rows.js';
import {
  levelsOfDebugLevel,
  logCategories,
  logCategory,
  logLevel,
  type LogCategory,
  type LogLevel,
  type LogLevels
} from '../../runtime/log-levels.js';
import { executeAnonymous } from '../routes/anonymous.js';
import type { WideContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { all, node, readCall, soapAnswer, textOf, type SoapCall, type XmlTree } from './envelope.js';
import { SoapFault, unsupportedCall, xmlResult } from './reply.js';

const namespace = 'http://soap.sforce.com/2006/08/apex';

/** POST /services/Soap/s: the Apex API. Its `executeAnonymous` answers with the debug log in the header, as `sf apex run` wants it. */
export async function answerApexApi({ org, task }: WideContext): Promise<HttpResult> {
  const call = readCall(task.body);
  if (!call) throw new SoapFault('UNKNOWN_EXCEPTION', 'The request is no SOAP message.');
  if (call.method !== 'executeAnonymous') throw unsupportedCall(call.method);
  const source = textOf(call.args, 'String') ?? textOf(call.args, 'apexcode') ?? '';
  const { result, log } = await executeAnonymous(org, idOf(task.userId), source, levelsOf(call));
  const header: XmlTree | undefined = log === '' ? undefined : { DebuggingInfo: { debugLog: log } };
  return xmlResult(soapAnswer(namespace, 'executeAnonymous', { result: { ...result } }, header));
}

/** Levels of the DebuggingHeader; null when the call has none. Categories win over the older single level. */
function levelsOf(call: SoapCall): LogLevels | null {
  const header = node(call.header['DebuggingHeader']);
  if (!header) return null;
  const levels: Partial<Record<LogCategory, LogLevel>> = {};
  for (const one of all(header, 'categories')) {
    const entry = node(one);
    const level = logLevel(textOf(entry, 'level') ?? '');
    const name = textOf(entry, 'category') ?? '';
    if (!level) continue;
    if (name.toLowerCase() === 'all') for (const category of logCategories) levels[category] = level;
    const category = logCategory(name);
    if (category) levels[category] = level;
  }
  return Object.keys(levels).length > 0 ? levels : levelsOfDebugLevel(textOf(header, 'debugLevel') ?? 'Debugonly');
}
