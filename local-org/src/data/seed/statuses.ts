import type { SeedParts } from './seed.js';

/** Rows that tell the meaning of status values, and the record types. */
export function seedStatuses({ schema, statuses, define, declare }: SeedParts): void {
  statuses.stages.forEach((stage, i) =>
    define('OpportunityStage', stage.name, {
      MasterLabel: stage.name,
      ApiName: stage.name,
      IsActive: true,
      SortOrder: i + 1,
      IsClosed: stage.closed,
      IsWon: stage.won,
      ForecastCategory: stage.forecastCategory,
      ForecastCategoryName: stage.forecastCategory,
      DefaultProbability: stage.probability
    })
  );
  statuses.order.forEach(({ name, code }, i) =>
    define('OrderStatus', name, {
      MasterLabel: name,
      ApiName: name,
      StatusCode: code,
      SortOrder: i + 1,
      IsDefault: i === 0
    })
  );
  statuses.contract.forEach(({ name, code }, i) =>
    define('ContractStatus', name, {
      MasterLabel: name,
      ApiName: name,
      StatusCode: code,
      SortOrder: i + 1,
      IsDefault: code === 'Draft'
    })
  );
  const plain = (object: string, of: string, mark: string, marked: ReadonlySet<string>, name = 'Status') => {
    const field = schema.field(of, name);
    (field?.picklist ?? []).forEach(({ value, label }, i) =>
      define(object, value, {
        MasterLabel: label,
        ApiName: value,
        SortOrder: i + 1,
        IsDefault: field?.defaultValue === value,
        [mark]: marked.has(value.toLowerCase())
      })
    );
  };
  plain('CaseStatus', 'Case', 'IsClosed', statuses.closedCases);
  plain('TaskStatus', 'Task', 'IsClosed', statuses.closedTasks);
  plain('LeadStatus', 'Lead', 'IsConverted', statuses.convertedLeads);
  plain('TaskPriority', 'Task', 'IsHighPriority', statuses.highTasks, 'Priority');
  for (const object of schema.objects()) {
    for (const type of object.recordTypes) {
      declare('RecordType', `${object.name}.${type.developerName}`, {
        Name: type.label,
        DeveloperName: type.developerName,
        SobjectType: object.name,
        IsActive: type.active,
        IsPersonType: type.person === true,
        Description: type.description ?? null
      });
    }
  }
}
