import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { apexException } from '../runtime/exceptions.js';
import { platformClass } from './define.js';

/** ConnectApi.FollowingPage: what a user follows. The local org has no feeds, so nobody follows anything. */
class FollowingPage extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ConnectApi.FollowingPage', args: [] };
  }
}

/**
 * The part of ConnectApi by which code finds out where it runs: a test without SeeAllData is refused, as on the platform
 * (Apex Developer Guide, "Testing ConnectApi Code").
 */
export const connectApiClasses = [
  platformClass({
    name: 'ConnectApi.ChatterUsers',
    members: {
      'static ConnectApi.FollowingPage getFollowings(String communityId, String userId)': (tx) => {
        if (!tx.test || tx.test.seeAllData) return new FollowingPage();
        throw apexException(
          'UnsupportedOperationException',
          'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        );
      }
    }
  }),
  platformClass({ name: 'ConnectApi.FollowingPage', members: { 'Integer total {get}': { get: () => 0 } } })
];
