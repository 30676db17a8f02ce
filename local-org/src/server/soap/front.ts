import { soapLogin } from '../login/soap-login.js';
import { forward, type Exchange } from '../forward.js';
import type { WorkerPool } from '../pool.js';
import { readBody } from '../request-body.js';
import type { Sessions } from '../sessions.js';
import { readCall, sessionIdOf, soapFault } from './envelope.js';

const namespaces: Readonly<Record<string, string>> = {
  u: 'urn:partner.soap.sforce.com',
  c: 'urn:enterprise.soap.sforce.com'
};

const invalidSession =
  'Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash';

/** POST /services/Soap/<api>/<version>…: `login` is answered here, every other call by a worker as the user of its session header. */
export async function answerSoap(
  pool: WorkerPool,
  sessions: Sessions,
  exchange: Omit<Exchange, 'session'>,
  api: string
): Promise<void> {
  const { request, response, url } = exchange;
  const reply = (status: number, text: string) =>
    response.writeHead(status, { 'Content-Type': 'text/xml;charset=UTF-8' }).end(text);
  const body = await readBody(request);
  const call = readCall(body);
  if (!call) return void reply(500, soapFault('UNKNOWN_EXCEPTION', 'The request is no SOAP message.'));
  const namespace = namespaces[api];
  if (call.method === 'login' && namespace !== undefined) {
    const address = `http://${request.headers.host}${url.pathname.split('/').slice(0, 5).join('/')}`;
    const answer = await soapLogin(pool, sessions, call, address, namespace);
    return void reply(answer.status, answer.body);
  }
  const session = sessions.byId(sessionIdOf(call) ?? '');
  if (!session) return void reply(500, soapFault('INVALID_SESSION_ID', invalidSession));
  if (call.method === 'logout') sessions.end(session.id);
  return forward(pool, { ...exchange, session }, body);
}
