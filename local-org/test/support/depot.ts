import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** An HTTP server for the named credential of the fixture: `/token`, `/slow` (answers when released), `/hello`. */
export interface Depot {
  readonly url: string;
  readonly calls: string[];
  /** Answers all waiting slow requests. */
  release(): void;
  close(): void;
  /** Writes the secrets file that leads here. */
  credentials(folder: string): string;
}

export async function openDepot(): Promise<Depot> {
  const calls: string[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    calls.push(path);
    request.resume();
    if (path === '/token') return void response.end('{"access_token":"abc","expires_in":3600}');
    if (path === '/slow') return void waiting.push(() => response.end('slow answer'));
    if (path === '/drop') return void request.socket.destroy();
    response.end(`hello ${request.headers.authorization ?? 'nobody'}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    release: () => {
      for (const answer of waiting) answer();
      waiting = [];
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
    credentials: (folder) => {
      const file = join(folder, 'secrets.json');
      const secrets = {
        Depot: { Service: { clientId: 'id', clientSecret: 'secret', tokenUrl: `${url}/token` } },
        namedCredentials: { DepotApi: { url } }
      };
      writeFileSync(file, JSON.stringify(secrets));
      return file;
    }
  };
}
