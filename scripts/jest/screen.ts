/** What the component tests share: mounting, waiting, and reading a component as a person would. */
import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';
import type { TestWireAdapter } from '@salesforce/sfdx-lwc-jest';

/** Properties of base components that a person reads; their stubs render nothing. */
const SPOKEN: Record<string, string[]> = {
  'LIGHTNING-CARD': ['title'],
  'LIGHTNING-FORMATTED-NUMBER': ['value', 'currencyCode'],
  'LIGHTNING-FORMATTED-DATE-TIME': ['value'],
  'LIGHTNING-TAB': ['label'],
  'LIGHTNING-RADIO-GROUP': ['label'],
  'LIGHTNING-INPUT': ['label'],
  'LIGHTNING-PROGRESS-STEP': ['label'],
  'LIGHTNING-QUICK-ACTION-PANEL': ['header'],
  'LIGHTNING-SPINNER': ['alternativeText']
};

/** Creates the component, sets its public properties and puts it on the page. */
export function mount(tag: string, component: new () => LightningElement, properties: Record<string, unknown> = {}) {
  const element = createElement(tag, { is: component as typeof LightningElement });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** Lets every pending promise and the renders they cause happen. Works with real and with fake timers. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** All that the component says, across its children, in reading order; buttons read as [label]. */
export function textOf(root: Node): string {
  return said(root).join(' ').replace(/\s+/g, ' ').trim();
}

function said(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return [];
  const values = node as unknown as Record<string, unknown>;
  if (node.tagName === 'LIGHTNING-RELATIVE-DATE-TIME') return [relative(values.value)];
  if (node.tagName === 'LIGHTNING-BUTTON') return [`[${String(values.label)}]`];
  const own = (SPOKEN[node.tagName] ?? []).map((name) => String(values[name] ?? ''));
  return [...own, ...childrenOf(node).flatMap(said)];
}

/** The base component takes a timestamp or a Date; for a text it shows nothing. */
function relative(value: unknown): string {
  return typeof value === 'number' ? new Date(value).toISOString() : '';
}

function childrenOf(node: Element): Node[] {
  if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true });
  return [...(node.shadowRoot ?? node).childNodes];
}

/** Every element below the root, inside shadows too, that the selector matches. */
export function findAll(root: Element, selector: string): HTMLElement[] {
  const below = childrenOf(root).filter((each): each is HTMLElement => each instanceof HTMLElement);
  return below.flatMap((each) => [...(each.matches(selector) ? [each] : []), ...findAll(each, selector)]);
}

/** The first element that matches; fails the test when there is none. */
export function find(root: Element, selector: string): HTMLElement {
  const [first] = findAll(root, selector);
  if (!first) throw new Error(`No ${selector} in: ${textOf(root)}`);
  return first;
}

/** The button with this label; fails the test when there is none. */
export function button(root: Element, label: string): HTMLElement & { disabled?: boolean } {
  const buttons = findAll(root, 'lightning-button');
  const found = buttons.find((each) => (each as unknown as { label: string }).label === label);
  if (!found) throw new Error(`No button ${label} in: ${textOf(root)}`);
  return found;
}

/** Changes a base input, the way a person's choice arrives. */
export async function change(element: HTMLElement, detail: Record<string, unknown>): Promise<void> {
  element.dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

/** Presses a button and waits for what it causes. */
export async function press(element: HTMLElement): Promise<void> {
  element.click();
  await settle();
}

/** An error as an Apex controller of ours sends it. */
export function apexError(problem: { code: string; message: string; owner?: string; nextStep?: string }) {
  return { body: { message: JSON.stringify(problem) }, ok: false, status: 500 };
}

/** The test side of a wired Apex method. */
export function wireOf(method: unknown): TestWireAdapter {
  return method as TestWireAdapter;
}

/** The test side of a called Apex method. */
export function mockOf(method: unknown): jest.Mock {
  return method as jest.Mock;
}
