import type { Transaction } from '../../kernel/services.js';
import { platformClass, type StaticFunction } from '../define.js';

/** The local org answers all of Salesforce's host names itself. */
const host: StaticFunction = (tx: Transaction) => new URL(tx.org.info.baseUrl).host;

/** Apex Reference Guide, "DomainCreator Class". */
export const domainCreatorClass = platformClass({
  name: 'System.DomainCreator',
  members: {
    'static String getContentHostname()': host,
    'static String getLightningContainerComponentHostname(String packageName)': host,
    'static String getLightningHostname()': host,
    'static String getOrgMyDomainHostname()': host,
    'static String getSetupHostname()': host,
    'static String getVisualforceHostname(String packageName)': host
  }
});
