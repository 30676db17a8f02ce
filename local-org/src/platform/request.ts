import { ApexObject, type ApexEnumValue } from '../kernel/object.js';
import type { TransactionOrigin } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { platformClass } from './define.js';
import { enumConstant } from './enums.js';

const quiddities: Readonly<Record<TransactionOrigin['kind'], string>> = {
  sync: 'SYNCHRONOUS',
  rest: 'REST',
  aura: 'AURA',
  anonymous: 'ANONYMOUS',
  test: 'RUNTEST_SYNC',
  event: 'BATCH_ACS',
  queueable: 'QUEUEABLE',
  future: 'FUTURE',
  batch: 'BATCH_APEX',
  scheduled: 'SCHEDULED',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE'
};

/** Apex Reference, "Quiddity Enum": the letters that event logs show. */
const shortCodes: Readonly<Record<string, string>> = {
  ANONYMOUS: 'A',
  AURA: 'X',
  BATCH_ACS: 'BA',
  BATCH_APEX: 'B',
  FUTURE: 'F',
  INBOUND_EMAIL_SERVICE: 'E',
  INVOCABLE_ACTION: 'IA',
  QUEUEABLE: 'Q',
  QUICK_ACTION: 'L',
  REMOTE_ACTION: 'RA',
  REST: 'R',
  RUNTEST_ASYNC: 'TA',
  RUNTEST_DEPLOY: 'TD',
  RUNTEST_SYNC: 'TS',
  SCHEDULED: 'S',
  SOAP: 'W',
  SYNCHRONOUS: 'SY',
  TRANSACTION_FINALIZER_QUEUEABLE: 'QTXF',
  VF: 'V'
};

export const quiddityShortCode = (quiddity: ApexEnumValue): string => shortCodes[quiddity.name] ?? 'U';

class RequestObject extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Request', args: [] };
  }
}

export const requestClass = platformClass({
  name: 'System.Request',
  members: {
    'static Request getCurrent()': (tx) => tx.slot(RequestObject, () => new RequestObject()),
    'Quiddity getQuiddity()': (tx) => enumConstant('Quiddity', quiddities[tx.origin.kind]),
    'String getRequestId()': (tx) => tx.requestId
  }
});
