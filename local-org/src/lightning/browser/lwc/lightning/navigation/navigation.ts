/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate */
import type { LightningElement } from 'lwc';
import type { PageReference } from '../../../services/page-reference.ts';
import { navigate, onNavigation, urlFor } from '../../../services/router.ts';
import { sourceAdapter } from '../../../services/wire.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = new (...args: never[]) => LightningElement;

function mixin<C extends Constructor>(Base: C): C {
  const Extended = Base as unknown as new () => LightningElement;
  return class extends Extended {
    [Navigate](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }
    async [GenerateUrl](reference: PageReference): Promise<string> {
      return urlFor(reference);
    }
  } as unknown as C;
}

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wires where the page is now. */
export const CurrentPageReference = sourceAdapter<PageReference>(onNavigation);

/** Wires a context for `navigate` and `generateUrl`. */
export const NavigationContext = sourceAdapter<Record<string, never>>((callback) => {
  callback({});
  return () => undefined;
});

function navigateFrom(_context: unknown, reference: PageReference, replace = false): void {
  navigate(reference, replace);
}

async function generateUrl(_context: unknown, reference: PageReference): Promise<string> {
  return urlFor(reference);
}

export { navigateFrom as navigate, generateUrl };
