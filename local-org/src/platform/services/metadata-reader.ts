import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { children, texts, type XmlNode } from '../../schema/xml.js';
import { cataloguedType } from '../catalogue/catalogue.js';
import { type DataObject, dataObject } from '../data-class.js';
import { platformEnumValue } from '../enums.js';
import { parseSignature } from '../signature.js';

/** An object of the namespace Metadata from the XML of a component: each of its properties is an element. */
export function readMetadata(typeName: string, xml: XmlNode): DataObject {
  const values: Record<string, ApexValue> = {};
  for (const signature of cataloguedType(typeName)?.members ?? []) {
    if (!signature.endsWith('{get}')) continue;
    const { name, returns } = parseSignature(signature, []);
    // Names that Apex keeps for itself bear a suffix: `page_x`.
    values[name] = valueOf(returns, xml, name.replace(/_x$/, ''));
  }
  return dataObject(typeName, values);
}

function valueOf(type: ApexType, xml: XmlNode, element: string): ApexValue {
  if (type.kind !== 'platform' || type.name !== 'List') return typed(type, xml, element)[0] ?? null;
  const [of] = type.args;
  return of ? new ApexList(of, typed(of, xml, element)) : null;
}

/** The values of all elements of that name. */
function typed(type: ApexType, xml: XmlNode, element: string): ApexValue[] {
  const name = type.kind === 'platform' ? type.name : '';
  const known = name.includes('.') ? cataloguedType(name) : undefined;
  if (known?.kind === 'class') return children(xml, element).map((node) => readMetadata(known.name, node));
  return texts(xml, element).map((value) =>
    known?.kind === 'enum' ? constant(known.name, value) : scalar(name, value)
  );
}

/** Constants that would be words of the language bear a suffix too: `Asc_x`. */
const constant = (enumName: string, value: string): ApexValue =>
  platformEnumValue(enumName, value) ?? platformEnumValue(enumName, `${value}_x`) ?? null;

function scalar(name: string, value: string): ApexValue {
  if (name === 'Boolean') return value === 'true';
  return name === 'Integer' ? Math.trunc(Number(value)) : value;
}
