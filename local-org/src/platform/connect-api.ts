import { ApexList } from '../kernel/collections.js';
import { ApexObject } from '../kernel/object.js';
import { ApexDouble } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';
import { apexException } from '../runtime/exceptions.js';
import { localParts } from '../runtime/time-zone.js';
import { dataObject } from './data-class.js';
import { platformClass } from './define.js';

/** ConnectApi.FollowingPage: what a user follows. The local org has no feeds, so nobody follows anything. */
class FollowingPage extends ApexObject {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ConnectApi.FollowingPage', args: [] };
  }
}

function refuseInSilo(tx: Transaction): void {
  if (!tx.test || tx.test.seeAllData) return;
  throw apexException(
    'UnsupportedOperationException',
    'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
  );
}

/** ConnectApi.OrganizationSettings of an org without Chatter. */
function settings(tx: Transaction): ApexObject {
  const { org, user } = tx;
  return dataObject('ConnectApi.OrganizationSettings', {
    name: org.info.name,
    orgId: org.info.id.value,
    accessTimeout: null,
    maintenanceInfo: new ApexList({ kind: 'platform', name: 'ConnectApi.MaintenanceInfo', args: [] }),
    features: dataObject('ConnectApi.Features', {
      chatter: false,
      defaultCurrencyIsoCode: org.info.currency,
      multiCurrency: org.info.multiCurrency
    }),
    userSettings: dataObject('ConnectApi.UserSettings', {
      canModifyAllData: user.access.userPermission('ModifyAllData'),
      canViewAllData: user.access.userPermission('ViewAllData'),
      hasChatter: false,
      timeZone: dataObject('ConnectApi.TimeZone', {
        gmtOffset: new ApexDouble(localParts(user.timeZone, tx.now()).offsetMs / 3_600_000),
        name: user.timeZone
      }),
      userDefaultCurrencyIsoCode: org.info.multiCurrency ? user.currency : null,
      userId: user.id.value,
      userLocale: user.locale
    })
  });
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
        refuseInSilo(tx);
        return new FollowingPage();
      }
    }
  }),
  platformClass({
    name: 'ConnectApi.Organization',
    members: {
      'static ConnectApi.OrganizationSettings getSettings()': (tx) => {
        refuseInSilo(tx);
        return settings(tx);
      }
    }
  }),
  platformClass({ name: 'ConnectApi.FollowingPage', members: { 'Integer total {get}': { get: () => 0 } } })
];
