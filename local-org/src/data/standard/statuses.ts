import type { ProjectMetadata } from '../../schema/metadata.js';
import { children, flag, number, text, type XmlNode } from '../../schema/xml.js';

export interface OpportunityStage {
  readonly name: string;
  readonly probability: number;
  readonly closed: boolean;
  readonly won: boolean;
  readonly forecastCategory: string;
}

/** The stages of a new org: https://help.salesforce.com/s/articleView?id=sales.fields_useful_opportunity_fields.htm */
const stages: readonly OpportunityStage[] = [
  ['Prospecting', 10, 'Pipeline'],
  ['Qualification', 10, 'Pipeline'],
  ['Needs Analysis', 20, 'Pipeline'],
  ['Value Proposition', 50, 'Pipeline'],
  ['Id. Decision Makers', 60, 'Pipeline'],
  ['Perception Analysis', 70, 'Pipeline'],
  ['Proposal/Price Quote', 75, 'Pipeline'],
  ['Negotiation/Review', 90, 'Pipeline'],
  ['Closed Won', 100, 'Closed'],
  ['Closed Lost', 0, 'Omitted']
].map(([name, probability, forecastCategory]) => ({
  name: String(name),
  probability: Number(probability),
  closed: String(name).startsWith('Closed'),
  won: name === 'Closed Won',
  forecastCategory: String(forecastCategory)
}));

export interface CodedStatus {
  readonly name: string;
  readonly code: string;
}

const orderStatuses: readonly CodedStatus[] = [
  { name: 'Draft', code: 'Draft' },
  { name: 'Activated', code: 'Activated' }
];
const contractStatuses: readonly CodedStatus[] = [
  { name: 'In Approval Process', code: 'InApproval' },
  { name: 'Activated', code: 'Activated' },
  { name: 'Draft', code: 'Draft' }
];
const closedCases = ['Closed'];
const closedTasks = ['Completed'];
const highTasks = ['High'];
const convertedLeads = ['Closed - Converted'];

/** The meaning of the values of standard status fields: the platform's own, or what the project's standard value sets say. */
export class Statuses {
  readonly stages: readonly OpportunityStage[];
  readonly order: readonly CodedStatus[];
  readonly contract: readonly CodedStatus[];
  readonly closedCases: ReadonlySet<string>;
  readonly closedTasks: ReadonlySet<string>;
  readonly highTasks: ReadonlySet<string>;
  readonly convertedLeads: ReadonlySet<string>;

  constructor(metadata: ProjectMetadata) {
    const values = (set: string): readonly XmlNode[] =>
      children(metadata.component('StandardValueSet', set)?.xml, 'standardValue');
    const marked = (set: string, mark: string, usual: readonly string[]): Set<string> => {
      const own = values(set);
      const names =
        own.length > 0 ? own.filter((node) => flag(node, mark)).map((node) => text(node, 'fullName') ?? '') : usual;
      return new Set(names.map((name) => name.toLowerCase()));
    };
    const own = values('OpportunityStage');
    this.stages = own.length > 0 ? own.map(stageOf) : stages;
    this.order = coded(values('OrderStatus'), orderStatuses);
    this.contract = coded(values('ContractStatus'), contractStatuses);
    this.closedCases = marked('CaseStatus', 'closed', closedCases);
    this.closedTasks = marked('TaskStatus', 'closed', closedTasks);
    this.highTasks = marked('TaskPriority', 'highPriority', highTasks);
    this.convertedLeads = marked('LeadStatus', 'converted', convertedLeads);
  }

  stage(name: string): OpportunityStage | undefined {
    return this.stages.find((stage) => stage.name.toLowerCase() === name.toLowerCase());
  }
}

function stageOf(xml: XmlNode): OpportunityStage {
  return {
    name: text(xml, 'fullName') ?? '',
    probability: number(xml, 'probability') ?? 0,
    closed: flag(xml, 'closed'),
    won: flag(xml, 'won'),
    forecastCategory: text(xml, 'forecastCategory') ?? 'Pipeline'
  };
}

function coded(own: readonly XmlNode[], usual: readonly CodedStatus[]): readonly CodedStatus[] {
  if (own.length === 0) return usual;
  return own.map((xml) => ({
    name: text(xml, 'fullName') ?? '',
    code: text(xml, 'groupingString') ?? text(xml, 'fullName') ?? ''
  }));
}
