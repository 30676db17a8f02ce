import type { FormulaNode } from '../../formula/ast.js';
import type { ApexValue } from '../../kernel/object.js';

/**
 * A flow as a tree, read from its file: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm
 * Names of resources and elements are as written; they ignore case.
 */
export interface FlowModel {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly processType: string;
  readonly status: string;
  readonly apiVersion: number;
  readonly runInMode: string;
  readonly start: StartModel;
  /** By name in lower case. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly resources: ReadonlyMap<string, ResourceModel>;
  /** What the local org does not know, a phrase each: a flow with any of them does not run. */
  readonly unsupported: readonly string[];
}

/** A value in the file: a literal, a reference, a text with `{!…}` in it, or a formula. */
export type ValueModel =
  | { readonly kind: 'literal'; readonly value: ApexValue }
  | { readonly kind: 'reference'; readonly path: string }
  | { readonly kind: 'template'; readonly pieces: readonly TemplatePiece[] }
  | { readonly kind: 'formula'; readonly node: FormulaNode; readonly type: string };

/** Text as it is, or the path of what is put in. */
export type TemplatePiece = { readonly text: string } | { readonly path: string };

export interface TypeModel {
  /** FlowDataType: `String`, `Number`, `Currency`, `Boolean`, `Date`, `DateTime`, `Time`, `Picklist`, `Multipicklist`, `SObject`, `Apex`. */
  readonly dataType: string;
  readonly collection: boolean;
  /** Digits behind the point; absent: as many as the value has. */
  readonly scale?: number;
  readonly objectType?: string;
  readonly apexClass?: string;
}

export interface VariableModel extends TypeModel {
  readonly kind: 'variable';
  readonly name: string;
  readonly input: boolean;
  readonly output: boolean;
  readonly value?: ValueModel;
}

export type ResourceModel =
  | VariableModel
  | { readonly kind: 'constant'; readonly name: string; readonly dataType: string; readonly value: ValueModel }
  | {
      readonly kind: 'formula';
      readonly name: string;
      readonly dataType: string;
      readonly scale?: number;
      readonly node: FormulaNode;
    }
  | { readonly kind: 'template'; readonly name: string; readonly pieces: readonly TemplatePiece[] }
  | { readonly kind: 'choice'; readonly name: string; readonly value: ValueModel };

/** Conditions joined by `and`, `or`, or by numbers: `1 AND (2 OR 3)`. */
export interface ConditionsModel {
  readonly logic: string;
  readonly conditions: readonly ConditionModel[];
}

export interface ConditionModel {
  readonly left: string;
  readonly operator: string;
  readonly right: ValueModel;
}

/** Filters of a query or of the start: like conditions, with a field on the left. */
export interface FiltersModel {
  readonly logic: string;
  readonly filters: readonly FilterModel[];
}

export interface FilterModel {
  readonly field: string;
  readonly operator: string;
  readonly value: ValueModel;
}

export interface StartModel extends FiltersModel {
  readonly connector?: string;
  readonly triggerType?: string;
  readonly object?: string;
  /** `Create`, `Update`, `CreateAndUpdate`, `Delete`. */
  readonly recordTriggerType: string;
  readonly formula?: FormulaNode;
  /** Runs only when an update makes the record meet the criteria. */
  readonly onlyWhenChangedToMeet: boolean;
  readonly order: number;
  /** Variables that hold the record and its former state in a process of Process Builder. */
  readonly process?: { readonly current: string; readonly old?: string };
  /** Paths that run later: `AsyncAfterCommit` after the transaction, others at a time of their own. */
  readonly paths: readonly { readonly type: string; readonly name: string; readonly connector?: string }[];
}

export interface FieldAssignment {
  readonly field: string;
  readonly value: ValueModel;
}

export interface Assignment {
  readonly to: string;
  readonly operator: string;
  readonly value: ValueModel;
}

export interface Parameter {
  readonly name: string;
  readonly value: ValueModel;
}

export interface Output {
  readonly name: string;
  readonly to: string;
}

interface NodeBase {
  readonly name: string;
  readonly label: string;
  readonly next?: string;
  /** Where a failure leads. */
  readonly fault?: string;
}

export interface LookupNode extends NodeBase, FiltersModel {
  readonly kind: 'lookup';
  readonly object: string;
  readonly fields: readonly string[];
  readonly sortField?: string;
  readonly descending: boolean;
  readonly limit?: ValueModel;
  readonly firstOnly: boolean;
  readonly stored: boolean;
  readonly outputReference?: string;
  readonly outputs: readonly { readonly field: string; readonly to: string }[];
  readonly nullIfNone: boolean;
}

export interface CreateNode extends NodeBase {
  readonly kind: 'create';
  readonly object?: string;
  readonly inputReference?: string;
  readonly fields: readonly FieldAssignment[];
  readonly idTo?: string;
  readonly stored: boolean;
  /** Field of an upsert. */
  readonly upsertField?: string;
  readonly allOrNone: boolean;
}

export interface UpdateNode extends NodeBase, FiltersModel {
  readonly kind: 'update';
  readonly object?: string;
  readonly inputReference?: string;
  readonly fields: readonly FieldAssignment[];
}

export interface DeleteNode extends NodeBase, FiltersModel {
  readonly kind: 'delete';
  readonly object?: string;
  readonly inputReference?: string;
}

export interface ActionNode extends NodeBase {
  readonly kind: 'action';
  readonly actionType: string;
  readonly actionName: string;
  readonly inputs: readonly Parameter[];
  readonly outputs: readonly Output[];
  readonly stored: boolean;
  /** Type parameters of generic records: `T__records` → `Account`. */
  readonly types: ReadonlyMap<string, string>;
}

export interface LoopNode extends NodeBase {
  readonly kind: 'loop';
  readonly collection: string;
  readonly descending: boolean;
  readonly each?: string;
  readonly to?: string;
}

export interface DecisionNode extends NodeBase {
  readonly kind: 'decision';
  readonly rules: readonly (ConditionsModel & {
    readonly name: string;
    readonly next?: string;
    /** The record must have come to meet the conditions by this save. */
    readonly onlyWhenChangedToMeet: boolean;
  })[];
}

export interface SubflowNode extends NodeBase {
  readonly kind: 'subflow';
  readonly flow: string;
  readonly inputs: readonly Parameter[];
  readonly outputs: readonly Output[];
  readonly stored: boolean;
}

export interface CollectionNode extends NodeBase {
  readonly kind: 'sort' | 'filter' | 'map';
  readonly collection: string;
  readonly to?: string;
  readonly conditions: ConditionsModel;
  readonly formula?: FormulaNode;
  readonly limit?: number;
  readonly sorts: readonly { readonly field?: string; readonly descending: boolean; readonly emptyFirst: boolean }[];
  readonly mapped: readonly FieldAssignment[];
  readonly outputType?: string;
}

export interface TransformNode extends NodeBase {
  readonly kind: 'transform';
  readonly type: TypeModel;
  readonly values: readonly TransformAction[];
}

export interface TransformAction {
  readonly operation: 'Map' | 'Count' | 'Sum';
  readonly field?: string;
  readonly value?: ValueModel;
  readonly inputs: readonly Parameter[];
}

/** A page that a person sees. */
export interface ScreenNode extends NodeBase {
  readonly kind: 'screen';
  readonly header: boolean;
  readonly footer: boolean;
  readonly canFinish: boolean;
  readonly fields: readonly ScreenField[];
}

export type ScreenField =
  /** A Lightning web component (`c:name`) with what it is given. */
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly component: string;
      readonly inputs: readonly Parameter[];
    }
  /** Text with HTML in it. */
  | { readonly kind: 'text'; readonly name: string; readonly pieces: readonly TemplatePiece[] };

export type FlowNode =
  | LookupNode
  | CreateNode
  | UpdateNode
  | DeleteNode
  | ActionNode
  | LoopNode
  | DecisionNode
  | SubflowNode
  | CollectionNode
  | TransformNode
  | (NodeBase & { readonly kind: 'assignment'; readonly items: readonly Assignment[] })
  | (NodeBase & { readonly kind: 'rollback' })
  | (NodeBase & {
      readonly kind: 'error';
      readonly messages: readonly { readonly pieces: readonly TemplatePiece[]; readonly field?: string }[];
    })
  | ScreenNode
  /** Reached, the flow cannot go on: a pause, a plug-in. */
  | (NodeBase & { readonly kind: 'unsupported'; readonly what: string });
