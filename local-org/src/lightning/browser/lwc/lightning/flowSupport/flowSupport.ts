/**
 * Events of components in flow screens. Flows do not run here; a component placed elsewhere may still dispatch them.
 * Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-flow-support
 */
const options = { bubbles: true, composed: true, cancelable: true };

export class FlowAttributeChangeEvent extends CustomEvent<{
  readonly attributeName: string;
  readonly attributeValue: unknown;
}> {
  constructor(attributeName: string, attributeValue: unknown) {
    super('lightning__flowattributechange', { ...options, detail: { attributeName, attributeValue } });
  }
}

class FlowNavigationEvent extends CustomEvent<{ readonly action: string }> {
  constructor(action: string) {
    super('lightning__flownavigation', { ...options, detail: { action } });
  }
}

export class FlowNavigationNextEvent extends FlowNavigationEvent {
  constructor() {
    super('NEXT');
  }
}

export class FlowNavigationBackEvent extends FlowNavigationEvent {
  constructor() {
    super('BACK');
  }
}

export class FlowNavigationPauseEvent extends FlowNavigationEvent {
  constructor() {
    super('PAUSE');
  }
}

export class FlowNavigationFinishEvent extends FlowNavigationEvent {
  constructor() {
    super('FINISH');
  }
}
