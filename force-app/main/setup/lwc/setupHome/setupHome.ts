import archive from '@salesforce/apex/ConnectionsController.archive';
import load from '@salesforce/apex/ConnectionsController.load';
import pause from '@salesforce/apex/ConnectionsController.pause';
import remove from '@salesforce/apex/ConnectionsController.remove';
import rename from '@salesforce/apex/ConnectionsController.rename';
import restore from '@salesforce/apex/ConnectionsController.restore';
import resume from '@salesforce/apex/ConnectionsController.resume';
import canSetUp from '@salesforce/customPermission/Handoff_Setup';
import all from '@salesforce/label/c.Handoff_ConnAll';
import another from '@salesforce/label/c.Handoff_ConnAnother';
import anotherHelp from '@salesforce/label/c.Handoff_ConnAnotherHelp';
import hideArchived from '@salesforce/label/c.Handoff_ConnHideArchived';
import showArchived from '@salesforce/label/c.Handoff_ConnShowArchived';
import create from '@salesforce/label/c.Handoff_ConnNew';
import connections from '@salesforce/label/c.Handoff_ConnTab';
import noSetup from '@salesforce/label/c.Handoff_NoSetup';
import noSetupText from '@salesforce/label/c.Handoff_NoSetupText';
import routes from '@salesforce/label/c.Handoff_RouteTab';
import title from '@salesforce/label/c.Handoff_SetupTitle';
import type { Listed } from 'apex/ConnectionsController';
import type { Explanation } from 'c/access';
import ActingScreen from 'c/actingScreen';
import { fill } from 'c/text';

/** A connection whose wizard is open; without an id it is still to be made. */
interface Opened {
  key: string;
  id: string | null;
}

type Chosen = CustomEvent<{ id: string }>;

/**
 * Handoff Setup. With one connection, or none, its wizard stands here at once; several are listed, each to be opened. A new
 * one is kept with its first finished step.
 */
export default class SetupHome extends ActingScreen {
  label = { all, another, anotherHelp, connections, create, routes, title };
  locked: Explanation | null = canSetUp ? null : { heading: noSetup, message: noSetupText };
  rows: Listed[] | null = null;
  opened: Opened[] = [];
  private showsArchived = false;
  /** The list is read while somebody works in a wizard, which stays as it is. */
  private isBehind = false;
  /** The routes are read anew whenever their tab is opened: connections may have changed meanwhile. */
  routeViews: { key: string }[] = [];
  private made = 0;

  override connectedCallback(): void {
    if (canSetUp) this.read();
  }

  async handleTryAgain(): Promise<void> {
    await (this.rows ? this.change(() => load()) : this.read());
  }

  private async read(): Promise<void> {
    await this.change(() => load());
    const rows = this.rows ?? [];
    const [only] = this.used;
    if (this.rows && rows.length <= 1 && (only || rows.length === 0)) this.open(only?.id ?? null);
  }

  handleArchived(): void {
    this.showsArchived = !this.showsArchived;
  }

  handleRoutes(): void {
    this.made += 1;
    this.routeViews = [{ key: `routes-${this.made}` }];
  }

  handleOpen(event: Chosen): void {
    this.open(event.detail.id);
  }

  handleNew(): void {
    this.open(null);
  }

  private open(id: string | null): void {
    this.made += 1;
    this.problem = null;
    this.opened = [{ key: `opened-${this.made}`, id }];
  }

  async handleAll(): Promise<void> {
    this.opened = [];
    await this.change(() => load());
  }

  /** The list and what is offered below the wizard follow what was done in it. */
  async handleStateChange(): Promise<void> {
    this.isBehind = true;
    await this.change(() => load());
    this.isBehind = false;
  }

  async handleRename(event: CustomEvent<{ id: string; name: string }>): Promise<void> {
    await this.change(() => rename({ connectionId: event.detail.id, name: event.detail.name }));
  }

  async handlePause(event: Chosen): Promise<void> {
    await this.change(() => pause({ connectionId: event.detail.id }));
  }

  async handleResume(event: Chosen): Promise<void> {
    await this.change(() => resume({ connectionId: event.detail.id }));
  }

  async handleArchive(event: Chosen): Promise<void> {
    await this.change(() => archive({ connectionId: event.detail.id }));
  }

  async handleRestore(event: Chosen): Promise<void> {
    await this.change(() => restore({ connectionId: event.detail.id }));
  }

  async handleRemove(event: Chosen): Promise<void> {
    await this.change(() => remove({ connectionId: event.detail.id }));
  }

  private async change(work: () => Promise<Listed[]>): Promise<void> {
    await this.attempt(async () => {
      this.rows = await work();
    });
  }

  get isVeiled(): boolean {
    return this.busy && !this.isBehind;
  }

  get isLoading(): boolean {
    return !this.rows && !this.problem;
  }

  get isOpened(): boolean {
    return this.opened.length > 0;
  }

  private get used(): Listed[] {
    return (this.rows ?? []).filter((row) => row.state !== 'archived');
  }

  private get archivedCount(): number {
    return (this.rows ?? []).length - this.used.length;
  }

  /** Archived connections are out of sight until somebody asks for them. */
  get listed(): Listed[] {
    return this.showsArchived ? (this.rows ?? []) : this.used;
  }

  get hasArchived(): boolean {
    return this.archivedCount > 0;
  }

  get archivedText(): string {
    return this.showsArchived ? hideArchived : fill(showArchived, String(this.archivedCount));
  }

  /** Archived ones count: the way to them is the list. */
  get isSeveral(): boolean {
    return (this.rows ?? []).length > 1;
  }

  /** With one connection its wizard is the page; while another one is begun beside it, there is something to go back to. */
  get hasList(): boolean {
    return this.isSeveral || (this.opened[0]?.id === null && (this.rows ?? []).length === 1);
  }

  /** Whoever has not gone live with the first connection is not asked for a second one. */
  get offersAnother(): boolean {
    const [only] = this.rows ?? [];
    return !this.hasList && Boolean(only?.sendFrom);
  }
}
