import type { FilterItem } from './model.js';
import { children, text, type XmlNode } from './xml.js';

/** The comparisons below `xml`, of lookup filters (`filterItems`) and rules (`criteriaItems`). Metadata API, "FilterItem". */
export function readFilterItems(xml: XmlNode, name: 'filterItems' | 'criteriaItems'): FilterItem[] {
  return children(xml, name).map((item) => {
    const value = text(item, 'value');
    const valueField = text(item, 'valueField');
    return {
      field: text(item, 'field') ?? '',
      operation: text(item, 'operation') ?? 'equals',
      ...(value !== undefined && { value }),
      ...(valueField !== undefined && { valueField })
    };
  });
}
