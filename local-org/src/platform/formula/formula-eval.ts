import { FormulaError, type FormulaNode } from '../../formula/ast.js';
import { evaluate, textOf } from '../../formula/evaluate.js';
import { formulaFunctions } from '../../formula/functions.js';
import { parseFormula } from '../../formula/parse.js';
import { type ApexList, ApexSet } from '../../kernel/collections.js';
import type { ApexThrow } from '../../kernel/exception.js';
import { ApexObject, type ApexEnumValue, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { sobjectType, T, type ApexType } from '../../kernel/types.js';
import { apexException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { setAdd } from '../set.js';
import type { SObjectTypeToken } from '../schema/tokens.js';
import type { TypeToken } from '../type-token.js';
import { faultOfPath, formulaContext } from './context.js';
import { recalculateAll } from './recalculate.js';
import { returned } from './values.js';

const invalid = (message: string): ApexThrow => apexException('FormulaValidationException', message);

/** A piece of a template: text, or a formula whose text is put in. */
type Piece = string | FormulaNode;

class FormulaBuilder extends ApexObject {
  formula: string | null = null;
  type: ApexType | null = null;
  returns: ApexEnumValue | null = null;
  template = false;
  emptyIsZero = false;
  override apexType(): ApexType {
    return { kind: 'platform', name: 'FormulaEval.FormulaBuilder', args: [] };
  }

  build(tx: Transaction): FormulaInstance {
    const { formula, type, returns, template } = this;
    if (formula === null || formula.trim() === '') throw invalid('Formula expression is required.');
    if (!returns) throw invalid('Return type is required.');
    if (template && returns.name !== 'STRING') throw invalid('Template mode requires the return type STRING.');
    const pieces = template ? templatePieces(formula) : [parsed(formula)];
    const paths = new Map<string, readonly string[]>();
    for (const piece of pieces) if (typeof piece !== 'string') collect(piece, paths);
    for (const path of paths.values()) {
      const fault = type ? faultOfPath(tx, type, path) : undefined;
      if (fault !== undefined) throw invalid(fault);
    }
    return new FormulaInstance(pieces, returns.name, [...paths.keys()], !this.emptyIsZero);
  }
}

class FormulaInstance extends ApexObject {
  private readonly pieces: readonly Piece[];
  private readonly returns: string;
  readonly referenced: readonly string[];
  private readonly keepsEmpty: boolean;
  constructor(pieces: readonly Piece[], returns: string, referenced: readonly string[], keepsEmpty: boolean) {
    super();
    this.keepsEmpty = keepsEmpty;
    this.pieces = pieces;
    this.returns = returns;
    this.referenced = referenced;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'FormulaEval.FormulaInstance', args: [] };
  }

  evaluate(tx: Transaction, of: ApexValue): ApexValue {
    const context = formulaContext(tx, of, this.keepsEmpty);
    const [first] = this.pieces;
    try {
      if (this.pieces.length === 1 && first !== undefined && typeof first !== 'string')
        return returned(evaluate(first, context), this.returns);
      return this.pieces
        .map((piece) => (typeof piece === 'string' ? piece : textOf(evaluate(piece, context))))
        .join('');
    } catch (error) {
      if (error instanceof FormulaError) throw apexException('FormulaEvaluationException', error.message);
      throw error;
    }
  }
}

function parsed(text: string): FormulaNode {
  try {
    return parseFormula(text);
  } catch (error) {
    if (error instanceof FormulaError) throw invalid(`Syntax error. ${error.message}`);
    throw error;
  }
}

/** `{!name} ({!website})` */
function templatePieces(text: string): Piece[] {
  return text.split(/(\{![^}]*\})/).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    return [piece.startsWith('{!') ? parsed(piece.slice(2, -1)) : piece];
  });
}

/** The fields that a formula names, by their text; unknown functions are refused. */
function collect(node: FormulaNode, paths: Map<string, readonly string[]>): void {
  switch (node.kind) {
    case 'field':
      if (!node.path[0]?.startsWith('$')) paths.set(node.path.join('.'), node.path);
      return;
    case 'unary':
      return collect(node.operand, paths);
    case 'binary':
      collect(node.left, paths);
      return collect(node.right, paths);
    case 'call':
      if (!(node.name in formulaFunctions)) throw invalid(`Unknown function ${node.name}. Check spelling.`);
      for (const arg of node.args) collect(arg, paths);
  }
}

function chained(change: (self: FormulaBuilder, value: never) => void) {
  return (_tx: Transaction, self: FormulaBuilder, value: never): FormulaBuilder => {
    change(self, value);
    return self;
  };
}

/** Formulas that Apex evaluates over records and objects: Apex Developer Guide, "Formula Evaluation in Apex". */
export const formulaClasses = [
  platformClass({
    name: 'System.Formula',
    members: {
      'static FormulaEval.FormulaBuilder builder()': () => new FormulaBuilder(),
      'static List<FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)': (
        tx,
        records: ApexList<SObjectValue> | null
      ) => recalculateAll(tx, records)
    }
  }),
  platformClass({
    name: 'FormulaEval.FormulaBuilder',
    members: {
      'FormulaEval.FormulaBuilder()': () => new FormulaBuilder(),
      'FormulaEval.FormulaBuilder withFormula(String formulaText)': chained((self, text: string | null) => {
        self.formula = text;
      }),
      'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': chained(
        (self, type: ApexEnumValue | null) => {
          self.returns = type;
        }
      ),
      'FormulaEval.FormulaBuilder withType(Type contextType)': chained((self, type: TypeToken | null) => {
        self.type = type?.of ?? null;
      }),
      'FormulaEval.FormulaBuilder withType(SObjectType contextSObjectType)': chained(
        (self, type: SObjectTypeToken | null) => {
          self.type = type && sobjectType(type.object);
        }
      ),
      'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> formulaGlobals)': chained(
        () => undefined
      ),
      'FormulaEval.FormulaBuilder parseAsTemplate(Boolean templateMode)': chained((self, on: boolean | null) => {
        self.template = on === true;
      }),
      'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean isNumericNullZero)': chained(
        (self, on: boolean | null) => {
          self.emptyIsZero = on === true;
        }
      ),
      'FormulaEval.FormulaInstance build()': (tx, self: FormulaBuilder) => self.build(tx)
    }
  }),
  platformClass({
    name: 'FormulaEval.FormulaInstance',
    members: {
      'Object evaluate(Object contextObject)': (tx, self: FormulaInstance, of: ApexValue) => self.evaluate(tx, of),
      'Set<String> getReferencedFields()': (_tx, self: FormulaInstance) => {
        const fields = new ApexSet<string>(T.String);
        for (const name of self.referenced) setAdd(fields, name);
        return fields;
      }
    }
  })
];
