import type { AccessRights } from '../../../src/kernel/services.js';
import type { SessionUser } from '../../../src/lightning/protocol.js';

const common = {
  email: 'someone@workshop.example',
  profile: 'Standard User',
  userPermissions: [],
  timeZone: 'Europe/Berlin',
  locale: 'en_US',
  language: 'en_US',
  currency: 'EUR'
};

/** A mechanic, who may order parts, and a clerk, who may only look. */
export const workshopUsers: readonly SessionUser[] = [
  {
    ...common,
    id: '005000000000001AAA',
    name: 'Mona Mechanic',
    username: 'mona@workshop.example',
    permissionSets: ['Mechanic'],
    customPermissions: ['Order_Parts']
  },
  {
    ...common,
    id: '005000000000002AAA',
    name: 'Carl Clerk',
    username: 'carl@workshop.example',
    permissionSets: [],
    customPermissions: []
  }
];

/** The mechanic may do everything to repairs and accounts, the clerk may read them. */
export function rightsOf(user: SessionUser): AccessRights {
  const mechanic = user.permissionSets.includes('Mechanic');
  return {
    objectAccess: (object, kind) => ['Repair__c', 'Account'].includes(object) && (kind === 'read' || mechanic),
    fieldAccess: (_object, _field, kind) => kind === 'read' || mechanic,
    classAccess: () => true,
    customPermission: (name) => user.customPermissions.includes(name),
    userPermission: () => false,
    tabVisible: () => true,
    externalCredentialPrincipal: () => false
  };
}
