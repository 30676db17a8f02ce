import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { formulaContext } from '../../platform/formula/context.js';
import { todayIn } from '../../runtime/time-zone.js';
import type { Interview } from './interview.js';

type Walk = (from: ApexValue, path: readonly string[]) => ApexValue;

/**
 * The value of a global variable; `head` is in lower case.
 * https://help.salesforce.com/s/articleView?id=sf.flow_ref_resources_system_variables.htm
 */
export function globalValue(
  tx: Transaction,
  interview: Interview,
  head: string,
  rest: readonly string[],
  walk: Walk
): ApexValue {
  switch (head) {
    case '$flow':
      return flowValue(tx, interview, rest[0]?.toLowerCase() ?? '');
    case '$globalconstant':
      return constants[rest[0]?.toLowerCase() ?? ''] ?? null;
    case '$api':
      return apiValue(tx, rest[0] ?? '');
    case '$client':
      return rest[0]?.toLowerCase() === 'formfactor' ? 'Large' : null;
    case '$system':
      return new ApexDatetime(Date.UTC(1900, 0, 1));
    default: {
      const found = formulaContext(tx, null, false).field([head, ...rest]);
      return found instanceof ApexObject ? walk(found, []) : found;
    }
  }
}

const constants: Readonly<Record<string, ApexValue>> = { true: true, false: false, emptystring: '', null: null };

function flowValue(tx: Transaction, interview: Interview, name: string): ApexValue {
  switch (name) {
    case 'currentdate':
      return new ApexDate(todayIn(tx.user.timeZone, tx.now()));
    case 'currentdatetime':
    case 'interviewstarttime':
      return new ApexDatetime(tx.now());
    case 'faultmessage':
      return interview.faultMessage;
    case 'interviewguid':
      return interview.guid;
    case 'currentrecord':
      return interview.trigger?.row.id ?? null;
    default:
      return null;
  }
}

/** `$Api.Partner_Server_URL_610` and its like; only $Api.Session_ID is no address. */
function apiValue(tx: Transaction, name: string): ApexValue {
  const match = /^(Partner|Enterprise)_Server_URL_(\d+)0$/i.exec(name);
  if (!match) return null;
  const kind = match[1]?.toLowerCase() === 'partner' ? 'u' : 'c';
  return `${tx.org.info.baseUrl}/services/Soap/${kind}/${match[2]}.0/${tx.org.info.id.value.slice(0, 15)}`;
}
