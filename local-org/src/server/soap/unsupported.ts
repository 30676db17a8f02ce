import { HttpError, type RouteContext } from '../routes/route.js';
import { readCall } from './envelope.js';
import { SoapFault, unsupportedCall } from './reply.js';

/** POST /services/Soap/m and /T: the Metadata and Tooling SOAP APIs, none of whose calls the local org has. */
export function refuseCall({ task }: RouteContext): never {
  const call = readCall(task.body);
  if (!call) throw new SoapFault('UNKNOWN_EXCEPTION', 'The request is no SOAP message.');
  throw unsupportedCall(call.method);
}

/** POST metadata/deployRequest: a deployment changes the files of a real org; here the files are the org. */
export function refuseDeployment(): never {
  throw new HttpError(
    400,
    'UNSUPPORTED_OPERATION',
    'The local org takes metadata from its source folders only: change the files there and start it again.'
  );
}
