import { api, getComponentDef, LightningElement } from 'lwc';
import { components } from 'lightning-shell:components';
import { messageOf } from '../../services/http.ts';

type Implementation = typeof LightningElement;

/**
 * Holds one component of the project by name (`c:name`). An error in it, at any point of its life, is shown here with the
 * component's name; the rest of the page goes on.
 */
export default class ComponentFrame extends LightningElement {
  @api componentName = '';
  @api properties: Readonly<Record<string, unknown>> = {};
  implementation: Implementation | undefined;
  failure: string | undefined;
  detail = '';

  override async connectedCallback(): Promise<void> {
    const load = components[this.componentName];
    if (!load) {
      this.failure = 'The project has no such component.';
      return;
    }
    try {
      const module = await load();
      if (!module.default) throw new Error('The module has no default export that is a component.');
      this.implementation = module.default;
    } catch (error) {
      this.receive(error);
    }
  }

  override errorCallback(error: unknown): void {
    this.receive(error);
  }

  /** Calls a method of the component, such as `invoke` of a headless action. Undefined when it has none. */
  @api invoke(method: string): unknown {
    const element = this.template?.querySelector('.frame')?.firstElementChild;
    const action = (element as unknown as Record<string, unknown> | null)?.[method];
    return typeof action === 'function' ? (action as () => unknown).call(element) : undefined;
  }

  get heading(): string {
    return `${this.componentName} stopped with an error`;
  }

  /** Only what the component declares with @api, as a page passes nothing else. */
  get accepted(): Readonly<Record<string, unknown>> {
    const { implementation } = this;
    if (!implementation) return {};
    const { props } = getComponentDef(implementation);
    return Object.fromEntries(
      Object.entries(this.properties).filter(([name, value]) => value !== undefined && name in props)
    );
  }

  private receive(error: unknown): void {
    console.error(`${this.componentName}:`, error);
    this.failure = messageOf(error);
    const stack = error instanceof Error ? error.stack : undefined;
    this.detail = stack ? stack.split('\n').slice(0, 6).join('\n') : '';
  }
}
