/** Names and texts of XML: `{ name: 'x', items: [{…}, {…}] }` is `<name>x</name><items>…</items><items>…</items>`. */
export type Xml = { readonly [element: string]: string | number | boolean | Xml | readonly (string | Xml)[] };

export function xml(node: Xml): string {
  return Object.entries(node)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => element(name, one as string | Xml))
    )
    .join('');
}

function element(name: string, value: string | number | boolean | Xml): string {
  const content = typeof value === 'object' ? xml(value) : escaped(String(value));
  return `<${name}>${content}</${name}>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A flow's file: path → text. Active and autolaunched unless it says otherwise. */
export function flowFile(name: string, body: Xml): Record<string, string> {
  const whole = { label: name, processType: 'AutoLaunchedFlow', status: 'Active', apiVersion: '60.0', ...body };
  return {
    [`flows/${name}.flow-meta.xml`]: `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">${xml(whole)}</Flow>`
  };
}

export const to = (target: string): Xml => ({ targetReference: target });
export const start = (target: string, more: Xml = {}): Xml => ({ start: { connector: to(target), ...more } });
export const ref = (path: string): Xml => ({ elementReference: path });
export const str = (text: string): Xml => ({ stringValue: text });
export const num = (value: number): Xml => ({ numberValue: value });
export const bool = (value: boolean): Xml => ({ booleanValue: value });

/** A variable that is input and output. */
export const variable = (name: string, dataType: string, more: Xml = {}): Xml => ({
  name,
  dataType,
  isCollection: false,
  isInput: true,
  isOutput: true,
  ...more
});

/** One line of an Assignment. */
export const set = (path: string, operator: string, value: Xml): Xml => ({ assignToReference: path, operator, value });
export const assignment = (name: string, items: readonly Xml[], next?: string): Xml => ({
  name,
  label: name,
  assignmentItems: items,
  ...(next !== undefined && { connector: to(next) })
});
export const condition = (left: string, operator: string, right: Xml): Xml => ({
  leftValueReference: left,
  operator,
  rightValue: right
});
export const filter = (field: string, operator: string, value: Xml): Xml => ({ field, operator, value });
