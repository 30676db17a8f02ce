// Must come before the LWC engine: it replaces the DOM's own methods.
import '@lwc/synthetic-shadow';
import { receiveBootstrap } from './services/session.ts';

/** Fetches the session, then loads the shell: its modules may rely on knowing the user. */
async function main(): Promise<void> {
  const host = document.getElementById('shell') as HTMLElement;
  try {
    await receiveBootstrap(window.lightningBootstrap);
    const { start } = await import('./start.ts');
    start(host);
  } catch (error) {
    console.error(error);
    host.setAttribute('role', 'alert');
    host.textContent = `The page could not be started. ${error instanceof Error ? error.message : String(error)} Reload to try again.`;
  }
}

void main();
