import { LightningElement } from 'lwc';
import { followLink } from '../../../services/router.ts';
import { TOAST_EVENT, type ToastRequest } from '../../../services/toast.ts';

const shownMs = 4800;

interface Toast {
  readonly id: number;
  readonly title: string;
  readonly variant: string;
  readonly icon: string;
  readonly className: string;
  readonly closable: boolean;
  readonly parts: readonly { readonly key: number; readonly text: string; readonly url?: string }[];
}

/** Shows toasts that reach the window. Sticky ones stay until closed, pester ones cannot be closed. */
export default class ToastHost extends LightningElement {
  toasts: readonly Toast[] = [];
  private nextId = 1;
  private listener = (event: Event) => this.show((event as CustomEvent<ToastRequest>).detail);

  override connectedCallback(): void {
    addEventListener(TOAST_EVENT, this.listener);
  }

  override disconnectedCallback(): void {
    removeEventListener(TOAST_EVENT, this.listener);
  }

  handleClose(event: MouseEvent): void {
    this.remove(Number((event.currentTarget as HTMLElement).dataset['id']));
  }

  handleLink(event: MouseEvent): void {
    followLink(event);
  }

  private show(request: ToastRequest): void {
    const { title = '', variant = 'info', mode = 'dismissible' } = request;
    const id = this.nextId++;
    const toast = {
      id,
      title,
      variant,
      icon: `utility:${variant}`,
      className: `toast toast_${variant}`,
      closable: mode !== 'pester',
      parts: partsOf(request)
    };
    this.toasts = [...this.toasts.slice(-2), toast];
    if (mode !== 'sticky') setTimeout(() => this.remove(id), shownMs);
  }

  private remove(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

/** The message with `{0}`, `{1}` replaced by texts and links. */
function partsOf({ message = '', messageData = [] }: ToastRequest): Toast['parts'] {
  const pieces = message.split(/\{(\d+)\}/);
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [{ key: index, text: piece }];
    const data = messageData[Number(piece)] ?? '';
    return typeof data === 'string' ? [{ key: index, text: data }] : [{ key: index, text: data.label, url: data.url }];
  });
}
