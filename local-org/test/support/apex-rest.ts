import type { LocalOrg } from '../../src/org/local-org.js';
import { answerHttp } from '../../src/server/worker/http.js';

/** What an Apex REST resource answers the administrator, as text. */
export async function ask(org: LocalOrg, method: string, path: string): Promise<string> {
  const request = { kind: 'http', method, path: `/services/apexrest${path}`, query: '', headers: [] } as const;
  const session = { userId: org.data.administratorId.value, sessionId: 'any' };
  const { body } = await answerHttp(org, { ...request, ...session, body: new Uint8Array() });
  return new TextDecoder().decode(body);
}
