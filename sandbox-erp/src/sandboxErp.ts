import { Companies } from './companies.js';
import { ControlApi } from './control/controlApi.js';
import { BusinessCentral } from './dialects/business-central/dialect.js';
import { Tokens } from './dialects/business-central/tokens.js';
import { FaultDesk } from './faults/faultDesk.js';
import type { Ledger } from './ledger/ledger.js';
import type { SeedName } from './seed/seed.js';
import { listen } from './server.js';

export interface SandboxErpOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** A folder, created when absent, or ':memory:'. */
  readonly dataDir: string;
  /** Used when the data is new; absent: demo. */
  readonly seed?: SeedName;
  /** Throws the data of an earlier run away. */
  readonly fresh?: boolean;
  /** Absent: 127.0.0.1. */
  readonly host?: string;
  /** Absent: ERP_CLIENT_ID or handoff-demo. */
  readonly clientId?: string;
  /** Absent: ERP_CLIENT_SECRET or sandbox-secret. */
  readonly clientSecret?: string;
  /** Absent: 3600. */
  readonly tokenSeconds?: number;
}

export interface RunningSandboxErp {
  readonly url: string;
  readonly port: number;
  /** The books of the first company. */
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** Starts the sandbox ERP; data in a folder is kept between runs. Rejects when the port is taken or the folder unusable. */
export async function startSandboxErp(options: SandboxErpOptions): Promise<RunningSandboxErp> {
  const companies = new Companies(options.dataDir, options.seed ?? 'demo', options.fresh);
  const credentials = {
    clientId: options.clientId ?? process.env['ERP_CLIENT_ID'] ?? 'handoff-demo',
    clientSecret: options.clientSecret ?? process.env['ERP_CLIENT_SECRET'] ?? 'sandbox-secret'
  };
  const faults = new FaultDesk();
  const server = await listen(
    {
      companies,
      faults,
      control: new ControlApi(companies, faults),
      businessCentral: new BusinessCentral(companies, new Tokens(credentials, options.tokenSeconds), faults)
    },
    options.port,
    options.host ?? '127.0.0.1'
  ).catch((error: unknown) => {
    companies.close();
    throw error;
  });
  return {
    ...server,
    ledger: companies.first.ledger,
    close: async () => {
      await server.close();
      companies.close();
    }
  };
}
