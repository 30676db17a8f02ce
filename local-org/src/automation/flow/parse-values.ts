import { Big } from 'bigdecimal.js';
import type { FormulaNode } from '../../formula/ast.js';
import { parseFormula } from '../../formula/parse.js';
import { ApexDate, ApexDatetime } from '../../kernel/scalars.js';
import { child, flag, number, text, type XmlNode } from '../../schema/xml.js';
import type { TemplatePiece, TypeModel, ValueModel } from './model.js';

const literal = (value: Extract<ValueModel, { kind: 'literal' }>['value']): ValueModel => ({ kind: 'literal', value });
export const nullValue: ValueModel = literal(null);

/** FlowElementReferenceOrValue. `problem` hears of what cannot be read. */
export function valueOf(node: XmlNode | undefined, problem: (what: string) => void): ValueModel {
  const name = Object.keys(node ?? {}).find((key) => /(Value|Reference|Expression)$/.test(key));
  const content = name === undefined ? undefined : (text(node, name) ?? '');
  switch (name) {
    case undefined:
      return nullValue;
    case 'stringValue':
      return templateOf(content ?? '');
    case 'numberValue':
      return content === '' ? nullValue : literal(Big(content ?? '0'));
    case 'booleanValue':
      return literal(content === 'true');
    case 'dateValue':
      return literal(dateOf(content ?? ''));
    case 'dateTimeValue':
      return literal(momentOf(content ?? ''));
    case 'elementReference':
      return { kind: 'reference', path: content ?? '' };
    case 'formulaExpression':
      return {
        kind: 'formula',
        node: formulaOf(content ?? '', problem),
        type: text(node, 'formulaDataType') ?? 'String'
      };
    default:
      problem(`values by ${name}`);
      return nullValue;
  }
}

/** The value of a child element. */
export const childValue = (node: XmlNode, name: string, problem: (what: string) => void): ValueModel =>
  valueOf(child(node, name), problem);

function dateOf(content: string): ApexDate | null {
  const ms = Date.parse(`${content.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? null : new ApexDate(ms / 86_400_000);
}

function momentOf(content: string): ApexDatetime | null {
  const ms = Date.parse(content);
  return Number.isNaN(ms) ? null : new ApexDatetime(ms);
}

/** Text with merge fields: `Dear {!contact.Name}`. Text without any is a literal. */
export function templateOf(content: string): ValueModel {
  const pieces = piecesOf(content);
  const [only] = pieces;
  if (pieces.length === 0) return literal('');
  if (pieces.length === 1 && only && 'text' in only) return literal(only.text);
  return { kind: 'template', pieces };
}

export function piecesOf(content: string): TemplatePiece[] {
  return content.split(/(\{![^{}]*\})/).flatMap((piece): TemplatePiece[] => {
    if (piece === '') return [];
    return [piece.startsWith('{!') ? { path: piece.slice(2, -1).trim() } : { text: piece }];
  });
}

/** A formula whose names stand in `{!…}`. */
export function formulaOf(expression: string, problem: (what: string) => void): FormulaNode {
  try {
    return parseFormula(expression.replace(/\{!([^{}]*)\}/g, (_, path: string) => path.trim()));
  } catch (error) {
    problem(`the formula ${expression.trim().slice(0, 80)}: ${(error as Error).message}`);
    return { kind: 'null' };
  }
}

export function typeOf(node: XmlNode): TypeModel {
  const objectType = text(node, 'objectType');
  const apexClass = text(node, 'apexClass');
  const scale = number(node, 'scale');
  return {
    dataType: canonicalType(text(node, 'dataType') ?? 'String'),
    collection: flag(node, 'isCollection'),
    ...(scale !== undefined && { scale }),
    ...(objectType !== undefined && { objectType }),
    ...(apexClass !== undefined && { apexClass })
  };
}

/** The file format says `sObject` and `SObject`. */
export const canonicalType = (type: string): string => (type.toLowerCase() === 'sobject' ? 'SObject' : type);
