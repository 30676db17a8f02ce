import { ApexObject } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { platformClass, type PropertyFunctions } from '../define.js';

/** Database.DMLOptions and its headers. What the local org has no feature for (mail) is kept and has no effect. */
export class DmlOptionsObject extends ApexObject {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  duplicateRule: HeaderObject | null = new HeaderObject('Database.DMLOptions.DuplicateRuleHeader');
  email: HeaderObject | null = new HeaderObject('Database.DMLOptions.EmailHeader');
  assignment: HeaderObject | null = new HeaderObject('Database.DMLOptions.AssignmentRuleHeader');
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Database.DMLOptions', args: [] };
  }
  /** What the header of duplicate rules asks for. */
  get allowDuplicates(): boolean {
    return this.duplicateRule?.flags.get('allowSave') === true;
  }
  /** What the assignment header asks for. */
  get assignmentRule(): 'active' | ApexId | undefined {
    return this.assignment?.ruleId ?? (this.assignment?.flags.get('useDefaultRule') === true ? 'active' : undefined);
  }
}

/** What SObject.setOptions gave to records. */
export const recordOptions = new WeakMap<SObjectValue, DmlOptionsObject>();

class HeaderObject extends ApexObject {
  readonly name: string;
  readonly flags = new Map<string, boolean | null>();
  /** AssignmentRuleHeader only. */
  ruleId: ApexId | null = null;
  constructor(name: string) {
    super();
    this.name = name;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.name, args: [] };
  }
}

const flag = (name: string): PropertyFunctions => ({
  get: (_tx, self: HeaderObject) => self.flags.get(name) ?? null,
  set: (_tx, self: HeaderObject, value: boolean | null) => {
    self.flags.set(name, value);
  }
});

export const dmlOptionClasses = [
  platformClass({
    name: 'Database.DMLOptions',
    members: {
      'Database.DMLOptions()': () => new DmlOptionsObject(),
      'Boolean optAllOrNone {get; set}': {
        get: (_tx, self: DmlOptionsObject) => self.optAllOrNone,
        set: (_tx, self: DmlOptionsObject, value: boolean | null) => {
          self.optAllOrNone = value;
        }
      },
      'Boolean allowFieldTruncation {get; set}': {
        get: (_tx, self: DmlOptionsObject) => self.allowFieldTruncation,
        set: (_tx, self: DmlOptionsObject, value: boolean | null) => {
          self.allowFieldTruncation = value;
        }
      },
      'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader {get; set}': {
        get: (_tx, self: DmlOptionsObject) => self.duplicateRule,
        set: (_tx, self: DmlOptionsObject, value: HeaderObject | null) => {
          self.duplicateRule = value;
        }
      },
      'Database.DMLOptions.EmailHeader emailHeader {get; set}': {
        get: (_tx, self: DmlOptionsObject) => self.email,
        set: (_tx, self: DmlOptionsObject, value: HeaderObject | null) => {
          self.email = value;
        }
      },
      'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader {get; set}': {
        get: (_tx, self: DmlOptionsObject) => self.assignment,
        set: (_tx, self: DmlOptionsObject, value: HeaderObject | null) => {
          self.assignment = value;
        }
      }
    }
  }),
  platformClass({
    name: 'Database.DMLOptions.DuplicateRuleHeader',
    members: {
      'Database.DMLOptions.DuplicateRuleHeader()': () => new HeaderObject('Database.DMLOptions.DuplicateRuleHeader'),
      'Boolean allowSave {get; set}': flag('allowSave'),
      'Boolean includeRecordDetails {get; set}': flag('includeRecordDetails'),
      'Boolean runAsCurrentUser {get; set}': flag('runAsCurrentUser')
    }
  }),
  platformClass({
    name: 'Database.DMLOptions.EmailHeader',
    members: {
      'Database.DMLOptions.EmailHeader()': () => new HeaderObject('Database.DMLOptions.EmailHeader'),
      'Boolean triggerAutoResponseEmail {get; set}': flag('triggerAutoResponseEmail'),
      'Boolean triggerOtherEmail {get; set}': flag('triggerOtherEmail'),
      'Boolean triggerUserEmail {get; set}': flag('triggerUserEmail')
    }
  }),
  platformClass({
    name: 'Database.DMLOptions.AssignmentRuleHeader',
    members: {
      'Database.DMLOptions.AssignmentRuleHeader()': () => new HeaderObject('Database.DMLOptions.AssignmentRuleHeader'),
      'Boolean useDefaultRule {get; set}': flag('useDefaultRule'),
      'Id assignmentRuleId {get; set}': {
        get: (_tx, self: HeaderObject) => self.ruleId,
        set: (_tx, self: HeaderObject, value: ApexId | null) => {
          self.ruleId = value;
        }
      }
    }
  })
];
