import { LightningElement } from 'lwc';
import { bootstrap, switchUser } from '../../../services/session.ts';
import { messageOf } from '../../../services/http.ts';
import { followLink } from '../../../services/router.ts';
import { showToast } from '../../../services/toast.ts';

/** The bar on top: the org's name and the menu to log in as another user. Fires `skip` for the link to the main content. */
export default class GlobalHeader extends LightningElement {
  isOpen = false;
  user = bootstrap.user;
  orgName = bootstrap.org.name;
  private focusMenu = false;

  get entries() {
    return bootstrap.users.map((entry) => {
      const current = entry.id === bootstrap.user.id;
      return { ...entry, current, checked: String(current), initials: initialsOf(entry.name) };
    });
  }

  get initials(): string {
    return initialsOf(this.user.name);
  }

  /** What makes this user different: permission sets, or else the profile. */
  get role(): string {
    return this.user.permissionSets.join(', ').replaceAll('_', ' ') || this.user.profile;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  override renderedCallback(): void {
    if (!this.focusMenu) return;
    this.focusMenu = false;
    (this.template?.querySelector('[aria-checked="true"]') as HTMLElement | null)?.focus();
  }

  handleSkip(event: MouseEvent): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('skip'));
  }

  handleHome(event: MouseEvent): void {
    followLink(event);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.focusMenu = this.isOpen;
  }

  handleButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.isOpen) return;
    event.preventDefault();
    this.handleToggle();
  }

  handleMenuKey(event: KeyboardEvent): void {
    const items = [...(this.template?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const index = items.indexOf(event.target as HTMLElement);
    const last = items.length - 1;
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last };
    const next = moves[event.key];
    if (event.key === 'Escape') this.close();
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  }

  handleFocusOut(event: FocusEvent): void {
    const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
    if (!inside) this.isOpen = false;
  }

  async handleSwitch(event: MouseEvent): Promise<void> {
    const username = (event.currentTarget as HTMLElement).dataset['username'] as string;
    this.isOpen = false;
    if (username === this.user.username) return;
    try {
      await switchUser(username);
    } catch (error) {
      showToast({ title: 'The user was not switched', message: messageOf(error), variant: 'error' });
    }
  }

  private close(): void {
    this.isOpen = false;
    (this.template?.querySelector('.user-button') as HTMLElement | null)?.focus();
  }
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
