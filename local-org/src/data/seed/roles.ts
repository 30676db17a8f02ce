import type { ApexId } from '../../kernel/scalars.js';
import { groupsOfRole } from '../standard/roles.js';
import { text } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** A role: developer name, label, developer name of the role above it. */
type Role = readonly [developerName: string, name: string, parent: string | null];

/** The hierarchy that a Developer Edition org begins with (from memory of such orgs). */
const firstRoles: readonly Role[] = [
  ['CEO', 'CEO', null],
  ['CFO', 'CFO', 'CEO'],
  ['COO', 'COO', 'CEO'],
  ['SVPCustomerServiceSupport', 'SVP, Customer Service & Support', 'CEO'],
  ['SVPHumanResources', 'SVP, Human Resources', 'CEO'],
  ['SVPSalesMarketing', 'SVP, Sales & Marketing', 'CEO'],
  ['CustomerSupportInternational', 'Customer Support, International', 'SVPCustomerServiceSupport'],
  ['CustomerSupportNorthAmerica', 'Customer Support, North America', 'SVPCustomerServiceSupport'],
  ['InstallationRepairServices', 'Installation & Repair Services', 'SVPCustomerServiceSupport'],
  ['VPInternationalSales', 'VP, International Sales', 'SVPSalesMarketing'],
  ['VPMarketing', 'VP, Marketing', 'SVPSalesMarketing'],
  ['VPNorthAmericanSales', 'VP, North American Sales', 'SVPSalesMarketing'],
  ['MarketingTeam', 'Marketing Team', 'VPMarketing'],
  ['DirectorChannelSales', 'Director, Channel Sales', 'VPNorthAmericanSales'],
  ['DirectorDirectSales', 'Director, Direct Sales', 'VPNorthAmericanSales'],
  ['ChannelSalesTeam', 'Channel Sales Team', 'DirectorChannelSales'],
  ['EasternSalesTeam', 'Eastern Sales Team', 'DirectorDirectSales'],
  ['WesternSalesTeam', 'Western Sales Team', 'DirectorDirectSales']
];

/** Roles with the groups that stand for them, those of the project laid over the first ones. */
export function seedRoles({ metadata, once, define }: SeedParts): void {
  const roles = new Map(firstRoles.map((role) => [role[0].toLowerCase(), role]));
  for (const { name, xml } of metadata.components('Role')) {
    roles.set(name.toLowerCase(), [name, text(xml, 'name') ?? name, text(xml, 'parentRole') ?? null]);
  }
  const ids = new Map<string, ApexId>();
  const idOf = (name: string, above: readonly string[] = []): ApexId | null => {
    const key = name.toLowerCase();
    const known = ids.get(key);
    const role = roles.get(key);
    if (known || !role || above.includes(key)) return known ?? null;
    const [developerName, label, parent] = role;
    const parentId = parent === null ? null : idOf(parent, [...above, key]);
    const id = define('UserRole', developerName, {
      DeveloperName: developerName,
      Name: label,
      ParentRoleId: parentId,
      RollupDescription: label,
      OpportunityAccessForAccountOwner: 'Edit',
      CaseAccessForAccountOwner: 'Edit',
      ContactAccessForAccountOwner: 'Edit',
      PortalType: 'None'
    });
    ids.set(key, id);
    for (const type of groupsOfRole)
      once('Group', `${type}:${developerName}`, { DeveloperName: developerName, Type: type, RelatedId: id });
    return id;
  };
  for (const name of roles.keys()) idOf(name);
}
