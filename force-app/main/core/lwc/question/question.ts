import LightningConfirm from 'lightning/confirm';

/** What the types of the module leave out. */
export type Confirm = Record<'open', (options: { message: string; label: string; theme: string }) => Promise<boolean>>;

/** Asks before something that cannot be taken back; true when the person is sure. */
export function isSure(message: string, label: string): Promise<boolean> {
  return (LightningConfirm as unknown as Confirm).open({ message, label, theme: 'warning' });
}
