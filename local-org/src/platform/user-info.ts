import type { ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { platformClass } from './define.js';
import { TimeZoneObject } from './time-zone.js';

const system = { mode: 'system', sharing: false } as const;

/** A field of the running user's record that the session does not carry. The platform answers without counting a query, so none is counted here. */
function userField(tx: Transaction, field: string): ApexValue {
  const query = tx.data.parse(tx, `SELECT ${field} FROM User WHERE Id = :id`);
  tx.limits.push();
  try {
    const [row] = tx.data.query(tx, query, () => tx.user.id, system);
    return row?.fields.get(field) ?? null;
  } finally {
    tx.limits.pop();
  }
}

export const userInfoClass = platformClass({
  name: 'System.UserInfo',
  members: {
    'static String getDefaultCurrency()': (tx) => tx.user.currency,
    'static String getFirstName()': (tx) => userField(tx, 'FirstName'),
    'static String getLanguage()': (tx) => tx.user.language,
    'static String getLastName()': (tx) => userField(tx, 'LastName'),
    'static String getLocale()': (tx) => tx.user.locale,
    'static String getName()': (tx) => tx.user.name,
    'static String getOrganizationId()': (tx) => tx.org.info.id.value,
    'static String getOrganizationName()': (tx) => tx.org.info.name,
    'static String getProfileId()': (tx) => (tx.user.profileName === '' ? null : tx.user.profileId.value),
    // Transactions of the local org carry no API session, as asynchronous Apex on the platform; tests are given a text (public suites read it).
    'static String getSessionId()': (tx) => (tx.test ? `${tx.org.info.id.value.slice(0, 15)}!ApexTestSession` : null),
    'static TimeZone getTimeZone()': (tx) => new TimeZoneObject(tx.user.timeZone),
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static String getUserEmail()': (tx) => tx.user.email,
    'static String getUserId()': (tx) => tx.user.id.value,
    'static String getUserName()': (tx) => tx.user.userName,
    'static String getUserRoleId()': (tx) => {
      const role = userField(tx, 'UserRoleId');
      return role instanceof ApexId ? role.value : null;
    },
    'static String getUserType()': (tx) => userField(tx, 'UserType') ?? 'Standard',
    'static Boolean isCurrentUserLicensed(String namespace)': () => true,
    'static Boolean isCurrentUserLicensedForPackage(Id packageId)': () => true,
    'static Boolean isMultiCurrencyOrganization()': (tx) => tx.org.info.multiCurrency
  }
});
