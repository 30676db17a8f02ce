import errorGroups from '@salesforce/apex/OperationsController.errorGroups';
import groupItems from '@salesforce/apex/OperationsController.groupItems';
import retryGroup from '@salesforce/apex/OperationsController.retryGroup';
import cause from '@salesforce/label/c.Handoff_GroupsCause';
import count from '@salesforce/label/c.Handoff_GroupsCount';
import customer from '@salesforce/label/c.Handoff_GroupsCustomer';
import document from '@salesforce/label/c.Handoff_GroupsDocument';
import hide from '@salesforce/label/c.Handoff_GroupsHide';
import intro from '@salesforce/label/c.Handoff_GroupsIntro';
import more from '@salesforce/label/c.Handoff_GroupsMore';
import move from '@salesforce/label/c.Handoff_GroupsMove';
import none from '@salesforce/label/c.Handoff_GroupsNone';
import noneText from '@salesforce/label/c.Handoff_GroupsNoneText';
import retried from '@salesforce/label/c.Handoff_GroupsRetried';
import retryAll from '@salesforce/label/c.Handoff_GroupsRetryAll';
import retryQuestion from '@salesforce/label/c.Handoff_GroupsRetryQuestion';
import seen from '@salesforce/label/c.Handoff_GroupsSeen';
import show from '@salesforce/label/c.Handoff_GroupsShow';
import showOf from '@salesforce/label/c.Handoff_GroupsShowOf';
import since from '@salesforce/label/c.Handoff_GroupsSince';
import state from '@salesforce/label/c.Handoff_GroupsState';
import type { ErrorGroup, GroupItem } from 'apex/OperationsController';
import type { Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import { stepAlone } from 'c/errors';
import { fill } from 'c/text';

/** How many items the server gives at the most. */
const MOST_ITEMS = 200;

interface Row extends ErrorGroup {
  isOpen: boolean;
  expanded: string;
  toggleText: string;
  toggleLabel: string;
  detailKey: string;
  isSeenAgain: boolean;
  step: string;
}

/** What is stopped, by cause, the largest first: whose move it is, the documents behind it, and one retry for all of them. */
export default class ErrorGroups extends ActingScreen {
  label = {
    cause,
    count,
    customer,
    document,
    hide,
    intro,
    more,
    move,
    retried,
    retryAll,
    retryQuestion,
    seen,
    show,
    showOf,
    since,
    state
  };
  groups: ErrorGroup[] | null = null;
  items: GroupItem[] | null = null;
  openKey: string | null = null;
  asking: ErrorGroup | null = null;
  done = '';

  override connectedCallback(): void {
    this.read();
  }

  async read(): Promise<void> {
    await this.attempt(async () => {
      this.groups = await errorGroups();
    });
  }

  async handleToggle(event: Event): Promise<void> {
    const key = (event.currentTarget as HTMLElement).dataset.key ?? null;
    this.openKey = this.openKey === key ? null : key;
    this.items = null;
    if (this.openKey === null) return;
    await this.attempt(async () => {
      this.items = await groupItems({ key });
    });
  }

  handleRetry(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.key;
    this.asking = this.groups?.find((group) => group.key === key) ?? null;
  }

  handleKeep(): void {
    this.asking = null;
  }

  async handleConfirm(): Promise<void> {
    const key = this.asking?.key ?? '';
    this.asking = null;
    await this.attempt(async () => {
      const tried = await retryGroup({ key });
      this.done = fill(retried, tried);
      this.openKey = null;
      this.groups = await errorGroups();
    });
  }

  protected override async attempt(work: () => Promise<void>): Promise<boolean> {
    return this.busy ? false : super.attempt(work);
  }

  get isLoading(): boolean {
    return !this.groups && !this.problem;
  }

  get hasGroups(): boolean {
    return this.rows.length > 0;
  }

  get empty(): Explanation | null {
    return this.groups?.length === 0 ? { heading: none, message: noneText, iconName: 'utility:success' } : null;
  }

  get rows(): Row[] {
    return (this.groups ?? []).map((group) => {
      const isOpen = group.key === this.openKey;
      return {
        ...group,
        isOpen,
        expanded: String(isOpen),
        toggleText: isOpen ? hide : show,
        toggleLabel: fill(showOf, group.code),
        step: stepAlone(group.owner, group.nextStep),
        detailKey: `${group.key}-items`,
        isSeenAgain: group.lastSeen !== group.firstSeen
      };
    });
  }

  get question(): string {
    return fill(retryQuestion, this.asking?.items);
  }

  get showsSome(): boolean {
    return (this.items?.length ?? 0) >= MOST_ITEMS;
  }
}
