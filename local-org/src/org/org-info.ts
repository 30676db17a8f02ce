import { ApexId } from '../kernel/scalars.js';
import type { OrgInfo } from '../kernel/services.js';
import type { Schema } from '../schema/model.js';

/** Id of every local org, in its short form. */
export const orgId15 = '00D000000000001';

const orgId = ApexId.parse(orgId15);
if (!orgId) throw new Error('The org id is no id');
/** The same in its long form. */
export const orgId18: string = orgId.value;

/** The fixed facts of a local org. */
export function orgInfo(baseUrl: string, schema: Schema): OrgInfo {
  return {
    id: orgId as ApexId,
    name: 'Local Org',
    baseUrl,
    currency: 'USD',
    multiCurrency: schema.field('Account', 'CurrencyIsoCode') !== undefined,
    sandbox: true,
    namespace: schema.namespace.name
  };
}
