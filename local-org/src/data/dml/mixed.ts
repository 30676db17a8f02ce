import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm */
const setupObjects = new Set(
  'fieldpermissions group groupmember objectpermissions permissionset permissionsetassignment permissionsetgroup permissionsetgroupcomponent permissionsetlicenseassign queuesobject setupentityaccess user userrole userterritory territory'.split(
    ' '
  )
);

/**
 * Refuses to change set-up objects and other objects in one transaction. A group may be inserted and updated, a user without a role
 * may be inserted, and one may be changed where rights are not. Inside System.runAs all may be mixed (Apex Developer Guide, "Mixed DML
 * Operations in Test Methods"), and what is done there does not count outside.
 */
export function refuseMixedDml(env: DmlEnvironment, rows: readonly DmlRow[], operation: string): void {
  if (env.tx.user.inRunAs) return;
  const name = env.object.name.toLowerCase();
  const setup = setupObjects.has(name);
  if (name === 'group' && (operation === 'insert' || operation === 'update')) return;
  if (name === 'user' && !rows.some((row) => isSetup(row, operation))) return;
  const changed = env.work.changedAs(env.tx.user);
  if (setup ? changed.other : changed.setup && env.object.kind !== 'platformEvent') {
    const original = (setup ? changed.other : changed.setup) ?? '';
    for (const row of rows) row.fail('MIXED_DML_OPERATION', mixedMessage(env.object.name, original, setup));
  }
  if (setup) changed.setup ??= env.object.name;
  else changed.other ??= env.object.name;
}

function isSetup(row: DmlRow, operation: string): boolean {
  if (operation === 'insert') return (row.input.fields.get('UserRoleId') ?? null) !== null;
  if (operation !== 'update') return true;
  return ['ProfileId', 'IsActive', 'UserRoleId', 'Username', 'PortalRole'].some((field) => row.input.fields.has(field));
}

function mixedMessage(object: string, original: string, setup: boolean): string {
  const [own, other] = setup ? ['setup', 'non-setup'] : ['non-setup', 'setup'];
  return `DML operation on ${own} object is not permitted after you have updated a ${other} object (or vice versa): ${object}, original object: ${original}`;
}
