import { join } from 'node:path';
import { root } from './root.mjs';

/** How the scripts run the Salesforce CLI that the project pins: no updates of itself, no telemetry. */
export const sf = {
  path: join(root, 'node_modules/@salesforce/cli/bin/run.js'),
  env: { SF_AUTOUPDATE_DISABLE: 'true', SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' }
};
