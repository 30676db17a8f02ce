import { createElement } from 'lwc';
import App from './lwc/shell/app/app.ts';

/** Puts the shell on the page. */
export function start(host: HTMLElement): void {
  host.replaceChildren(createElement('shell-app', { is: App }));
}
