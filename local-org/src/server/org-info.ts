import { ApexId } from '../kernel/scalars.js';
import type { OrgInfo } from '../kernel/services.js';

/** The fixed facts of a local org. */
export function orgInfo(baseUrl: string): OrgInfo {
  const id = ApexId.parse('00D000000000001');
  if (!id) throw new Error('The org id is no id');
  return {
    id,
    name: 'Local Org',
    baseUrl,
    currency: 'USD',
    multiCurrency: false,
    sandbox: true,
    namespace: ''
  };
}
