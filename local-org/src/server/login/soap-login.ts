import type { WorkerPool } from '../pool.js';
import type { Session, Sessions } from '../sessions.js';
import { soapAnswer, soapFault, textOf, type SoapCall, type XmlTree } from '../soap/envelope.js';
import { orgId18 } from '../../org/org-info.js';

/**
 * The partner and enterprise SOAP API's `login`: any password is right. Clients take the session and the addresses from it; who the
 * user is in detail, they ask with getUserInfo.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_login.htm
 */
export async function soapLogin(
  pool: WorkerPool,
  sessions: Sessions,
  call: SoapCall,
  address: string,
  namespace: string
): Promise<{ readonly status: number; readonly body: string }> {
  const username = textOf(call.args, 'username') ?? '';
  const user = username === '' ? null : await pool.run({ kind: 'login', username });
  if (!user) {
    const message = 'Invalid username, password, security token; or user locked out.';
    return { status: 500, body: soapFault('INVALID_LOGIN', message) };
  }
  const session = sessions.open(user.userId);
  return {
    status: 200,
    body: soapAnswer(namespace, 'login', { result: loginResult(session, address, user.username) })
  };
}

function loginResult(session: Session, address: string, username: string): XmlTree {
  return {
    metadataServerUrl: `${address.replace(/\/Soap\/\w\//, '/Soap/m/')}/${orgId18}`,
    passwordExpired: false,
    sandbox: true,
    serverUrl: `${address}/${orgId18}`,
    sessionId: session.id,
    userId: session.userId,
    userInfo: { organizationId: orgId18, userId: session.userId, userName: username }
  };
}
