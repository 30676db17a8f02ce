import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the local secrets and address of the demo's named credential, which the metadata cannot hold: the sandbox ERP's own
 * well-known client, and the port it listens on. Returns the file's path.
 */
export function writeDemoCredentials(dataFolder, erpPort) {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'credentials.json');
  const erp = `http://localhost:${erpPort}`;
  writeFileSync(
    file,
    JSON.stringify(
      {
        Business_Central: {
          Handoff: {
            clientId: 'handoff-demo',
            clientSecret: 'sandbox-secret',
            tokenUrl: `${erp}/demo/oauth2/v2.0/token`
          }
        },
        namedCredentials: { Business_Central: { url: `${erp}/v2.0/demo/sandbox` } }
      },
      null,
      2
    ),
    { mode: 0o600 }
  );
  return file;
}
