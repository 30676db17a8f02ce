import { join } from 'node:path';
import { built, fixture, startOrg, temporaryFolder, type RunningOrg } from '../../support/cli.js';

export const administrator = 'admin@local-org.example';
export const clerk = 'clerk@book.shop';

/** A running org of the fixture `bookshop` with a clerk, for clients to talk to. */
export async function openShop(): Promise<RunningOrg> {
  await built();
  const user = join(fixture('bookshop'), 'config', 'clerk.json');
  return startOrg(['--source', fixture('bookshop'), '--data', temporaryFolder(), '--users', user]);
}

/** A token as API clients get it. */
export async function tokenFor(org: RunningOrg, username: string): Promise<string> {
  const response = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', username, password: 'any' })
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
