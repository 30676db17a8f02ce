import { ApexObject } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { platformClass } from './define.js';

class TestBroker extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'EventBus.TestBroker', args: [] };
  }
}

export const testBroker = (tx: Transaction): ApexObject => tx.slot(TestBroker, () => new TestBroker());

/** EventBus.TestBroker: delivers published events before stopTest does, or lets their publishing fail. */
export const testBrokerClass = platformClass({
  name: 'EventBus.TestBroker',
  members: {
    'void deliver()': (tx) => tx.async.deliverEvents(tx),
    'void fail()': (tx) => tx.async.failEvents(tx)
  }
});
