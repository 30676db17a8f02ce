import { XMLParser } from 'fast-xml-parser';

/** An element of a SOAP message: text, or children by local name; a repeated child is a list. */
export type SoapValue = string | SoapNode | readonly (string | SoapNode)[];
export interface SoapNode {
  readonly [child: string]: SoapValue | undefined;
}

export interface SoapCall {
  readonly method: string;
  readonly args: SoapNode;
  readonly header: SoapNode;
}

const parser = new XMLParser({
  ignoreDeclaration: true,
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  // Apex code is sent as text: its line breaks and indentation count.
  trimValues: false,
  htmlEntities: true
});

/** The call in a request's body; undefined when it is no SOAP message. */
export function readCall(body: Uint8Array): SoapCall | undefined {
  let document: SoapNode;
  try {
    document = parser.parse(new TextDecoder().decode(body), true) as SoapNode;
  } catch {
    return undefined;
  }
  const envelope = node(document['Envelope']);
  const [method, args] = Object.entries(node(envelope?.['Body']) ?? {}).find(([name]) => name !== '#text') ?? [];
  if (!envelope || method === undefined) return undefined;
  return { method, args: node(args) ?? {}, header: node(envelope['Header']) ?? {} };
}

export function node(value: SoapValue | undefined): SoapNode | undefined {
  const one = Array.isArray(value) ? (value as readonly (string | SoapNode)[])[0] : value;
  return typeof one === 'object' ? (one as SoapNode) : undefined;
}

/** The text of a child; undefined when there is none. */
export function textOf(parent: SoapNode | undefined, name: string): string | undefined {
  const value = parent?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** All children of that name. */
export function all(parent: SoapNode | undefined, name: string): readonly (string | SoapNode)[] {
  const value = parent?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly (string | SoapNode)[]) : [value as string | SoapNode];
}

/** Token of the SessionHeader. */
export const sessionIdOf = (call: SoapCall): string | undefined =>
  textOf(node(call.header['SessionHeader']), 'sessionId')?.trim();

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as XML content; characters that XML cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => escapes[c] ?? c);

export type XmlContent = string | number | boolean | null | XmlTree | readonly XmlContent[];
export interface XmlTree {
  readonly [name: string]: XmlContent | undefined;
}

/** Elements of a tree: null is `xsi:nil`, a list repeats its element, undefined is left out. */
export function xml(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: XmlContent | undefined): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return (value as readonly XmlContent[]).map((one) => element(name, one)).join('');
  if (typeof value === 'object') return `<${name}>${xml(value as XmlTree)}</${name}>`;
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const envelope = (namespace: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" ${xsi}>${content}</soapenv:Envelope>`;

/** The answer of a call: `<methodResponse>` with its content, perhaps with a header. */
export function soapAnswer(namespace: string, method: string, content: XmlTree, header?: XmlTree): string {
  const head = header ? `<soapenv:Header>${xml(header)}</soapenv:Header>` : '';
  return envelope(
    namespace,
    `${head}<soapenv:Body><${method}Response>${xml(content)}</${method}Response></soapenv:Body>`
  );
}

/** A fault: `sf:INVALID_LOGIN` with its text. SOAP faults are sent with status 500. */
export function soapFault(code: string, message: string): string {
  const fault = xml({ faultcode: `sf:${code}`, faultstring: `${code}: ${message}` });
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="http://soap.sforce.com/2006/04/metadata" ${xsi}><soapenv:Body><soapenv:Fault>${fault}</soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
}
