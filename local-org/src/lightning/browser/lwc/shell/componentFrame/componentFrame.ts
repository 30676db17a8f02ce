import { api, getComponentDef, LightningElement } from 'lwc';
import { components } from 'lightning-shell:components';
import { messageOf } from '../../../services/http.ts';
import { showToast } from '../../../services/toast.ts';

type Implementation = typeof LightningElement;

/**
 * Holds one component of the project by name (`c:name`). An error in it, at any point of its life, is shown here with the
 * component's name; the rest of the page goes on.
 */
export default class ComponentFrame extends LightningElement {
  @api componentName = '';
  @api properties: Readonly<Record<string, unknown>> = {};
  /** A method to call once when the component is there: `invoke` of a headless action. */
  @api runMethod = '';
  implementation: Implementation | undefined;
  failure: string | undefined;
  detail = '';
  private hasRun = false;

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

  override renderedCallback(): void {
    if (this.runMethod && this.implementation && !this.hasRun) void this.run();
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

  private async run(): Promise<void> {
    this.hasRun = true;
    const element = this.template?.querySelector('.frame')?.firstElementChild;
    const method = (element as unknown as Record<string, unknown> | null)?.[this.runMethod];
    try {
      if (typeof method !== 'function') throw new Error(`The component has no method ${this.runMethod}.`);
      await (method as () => unknown).call(element);
    } catch (error) {
      this.receive(error);
      showToast({ title: this.heading, message: this.failure ?? '', variant: 'error' });
    }
  }

  private receive(error: unknown): void {
    console.error(`${this.componentName}:`, error);
    this.failure = messageOf(error);
    const stack = error instanceof Error ? error.stack : undefined;
    this.detail = stack ? stack.split('\n').slice(0, 6).join('\n') : '';
  }
}
