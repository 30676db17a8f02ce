import { quote } from './context.js';
import { refuse, unsupported } from './errors.js';
import type { Scope } from './scope.js';

/** The objects whose records have teams. */
const teams: Readonly<Record<string, { object: string; record: string; member: string }>> = {
  Account: { object: 'AccountTeamMember', record: 'AccountId', member: 'UserId' },
  Opportunity: { object: 'OpportunityTeamMember', record: 'OpportunityId', member: 'UserId' },
  Case: { object: 'CaseTeamMember', record: 'ParentId', member: 'MemberId' }
};

/**
 * `USING SCOPE mine`: the rows that the clause leaves.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_using_scope.htm
 */
export function scopeConditions(scope: Scope, name: string | undefined): string[] {
  const { object, alias } = scope.root;
  const column = (field: string) => `${alias}.${quote(field)}`;
  const me = () => scope.context.param(scope.context.settings.user.id.value);
  const owner = object.fields.has('OwnerId') ? 'OwnerId' : object.name === 'User' ? 'Id' : undefined;
  switch (name?.toLowerCase()) {
    case undefined:
    case 'everything':
      return [];
    case 'mine':
      if (owner !== undefined) return [`${column(owner)} = ${me()}`];
      throw refuse(`invalid filter scope '${name}' for entity '${object.name}'`);
    case 'delegated': {
      if (!object.fields.has('OwnerId')) throw refuse(`invalid filter scope '${name}' for entity '${object.name}'`);
      const user = me();
      return [`${column('CreatedById')} = ${user}`, `${column('OwnerId')} <> ${user}`];
    }
    case 'team': {
      const team = teams[object.name];
      if (!team) throw refuse(`invalid filter scope '${name}' for entity '${object.name}'`);
      if (!scope.context.schema.object(team.object)) throw unsupported(`USING SCOPE ${name} of ${object.name}`);
      const rows = `SELECT m.${quote(team.record)} FROM ${quote(team.object)} AS m WHERE m.${quote(team.member)} = ${me()}`;
      return [`${column('Id')} IN (${rows})`];
    }
    default:
      throw unsupported(`USING SCOPE ${name}`);
  }
}
