import type { ApexList, ApexMap } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { callMethod } from '../runtime/dispatch.js';
import { apexException, listException, typeException } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { refuseUncommitted } from './http.js';
import { virtual } from './object.js';
import { mockFor } from './test.js';

/**
 * What classes generated from a WSDL call: `info` holds endpoint, SOAP action, namespace and name of the request, namespace and
 * name of the response, and the response's Apex type. Only tests have an answer: their WebServiceMock.
 */
function invoke(
  tx: Transaction,
  stub: ApexValue,
  request: ApexValue,
  response: ApexMap | null,
  info: ApexList<string | null> | null
): void {
  const parts = required(info, 4).items;
  if (parts.length < 7) throw listException(`List index out of bounds: ${parts.length}`);
  tx.limits.add('callouts', 1);
  refuseUncommitted(tx);
  if (!tx.test) throw apexException('UnsupportedOperationException', 'The local org sends no SOAP messages');
  const mock = mockFor(tx, 'WebServiceMock');
  if (!mock) throw typeException('Methods defined as TestMethod do not support Web service callouts');
  const [endpoint = null, action = null, , name = null, namespace = null, answer = null, type = null] = parts;
  const rest = [endpoint, action, name, namespace, answer, type];
  callMethod(tx, mock, 'doInvoke', [stub, request, required(response, 3), ...rest]);
}

/** SOAP callouts (Apex Developer Guide, "Test Web Service Callouts"). */
export const webServiceClasses = [
  platformClass({
    name: 'System.WebServiceCallout',
    members: {
      'static void invoke(Object stub, Object request, Map<String,Object> response, List<String> infoArray)': (
        tx,
        stub: ApexObject | null,
        request: ApexObject | null,
        response: ApexMap | null,
        info: ApexList<string | null> | null
      ) => invoke(tx, stub, request, response, info)
    }
  }),
  platformClass({
    name: 'System.WebServiceMock',
    kind: 'interface',
    members: {
      'void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType)':
        virtual('doInvoke')
    }
  })
];
