import { ApexId } from '../kernel/scalars.js';
import type { OrgInfo } from '../kernel/services.js';
import type { Schema } from '../schema/model.js';

/** The fixed facts of a local org. */
export function orgInfo(baseUrl: string, schema: Schema): OrgInfo {
  const id = ApexId.parse('00D000000000001');
  if (!id) throw new Error('The org id is no id');
  return {
    id,
    name: 'Local Org',
    baseUrl,
    currency: 'USD',
    multiCurrency: schema.field('Account', 'CurrencyIsoCode') !== undefined,
    sandbox: true,
    namespace: ''
  };
}
