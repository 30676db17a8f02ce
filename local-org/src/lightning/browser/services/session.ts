import type { Bootstrap } from '../../protocol/session.ts';

/**
 * The session of this page, fixed until the page is loaded again (switching the user loads it again).
 * Read only by modules that `main.ts` loads after `receiveBootstrap`.
 */
export const bootstrap = {} as Bootstrap;

/** Takes the answer of GET /lightning/bootstrap. Throws an Error with the server's message when it is no success. */
export async function receiveBootstrap(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  Object.freeze(Object.assign(bootstrap, (await response.json()) as Bootstrap));
}

/** The text of a custom label; the build has checked that it exists, a permission cannot hide it. */
export function label(name: string): string {
  const wanted = name.toLowerCase();
  const found = Object.entries(bootstrap.labels).find(([key]) => key.toLowerCase() === wanted);
  return found?.[1] ?? name;
}

/** True or undefined, as `@salesforce/customPermission/X` is on the platform. */
export function customPermission(name: string): true | undefined {
  return has(bootstrap.user.customPermissions, name);
}

/** True or undefined, as `@salesforce/userPermission/X` is on the platform. */
export function userPermission(name: string): true | undefined {
  return has(bootstrap.user.userPermissions, name);
}

function has(names: readonly string[], name: string): true | undefined {
  return names.some((candidate) => candidate.toLowerCase() === name.toLowerCase()) || undefined;
}

/** Logs in as another user and loads the page again, because modules keep facts of the user. */
export async function switchUser(username: string): Promise<void> {
  const response = await fetch('/lightning/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username })
  });
  if (!response.ok) throw new Error(`Cannot log in as ${username}: ${await response.text()}`);
  location.reload();
}
