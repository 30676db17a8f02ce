import { api, LightningElement } from 'lwc';
import type { FlowPageAnswer, FlowPagePart, FlowPageScreen } from '../../../../protocol/flows.ts';
import { get, messageOf } from '../../../services/http.ts';
import { open } from '../../../services/router.ts';

/**
 * A flow with an address: `/flow/My_Flow?variable=value&retURL=/where/to`. Shows its screen; Finish goes to `retURL`, or starts it anew.
 * Source: https://help.salesforce.com/s/articleView?id=platform.flow_distribute_internal_url_retURL.htm
 */
export default class FlowPage extends LightningElement {
  @api flowName = '';
  screen: FlowPageScreen | undefined;
  problem: string | undefined;
  private returnTo: string | null = null;

  override connectedCallback(): void {
    this.returnTo = new URLSearchParams(location.search).get('retURL');
    void this.start();
  }

  get isLoading(): boolean {
    return !this.screen && !this.problem;
  }

  get parts() {
    return (this.screen?.parts ?? []).map((part) => ({ ...part, isText: isText(part) }));
  }

  get canFinish(): boolean {
    return Boolean(this.screen?.footer && this.screen.canFinish);
  }

  handleFinish(): void {
    if (this.returnTo !== null) open(this.returnTo);
    else void this.start();
  }

  /** A component of the screen may end the flow as well. */
  handleNavigation(event: CustomEvent<{ action: string }>): void {
    if (event.detail.action === 'FINISH') this.handleFinish();
  }

  private async start(): Promise<void> {
    this.screen = undefined;
    try {
      const answer = await get<FlowPageAnswer>(
        `/lightning/flow-screen/${encodeURIComponent(this.flowName)}${location.search}`
      );
      if (!answer.screen) {
        if (this.returnTo !== null) open(this.returnTo, true);
        else this.problem = 'The flow has run to its end without a screen.';
        return;
      }
      this.screen = answer.screen;
      document.title = answer.screen.label;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

const isText = (part: FlowPagePart): boolean => part.kind === 'text';
