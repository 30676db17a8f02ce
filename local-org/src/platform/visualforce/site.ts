import { ApexList } from '../../kernel/collections.js';
import { T } from '../../kernel/types.js';
import { platformClass } from '../define.js';
import { exceptionOf } from '../exception.js';

const sites = { unsupported: 'Experience Cloud sites' };
const empty = (): string => '';
const nothing = (): null => null;
const no = (): boolean => false;

/**
 * System.Site and System.Network. No request of the local org is one of a site: the answers are those documented for that case. What
 * would log in or register somebody answers nothing, as the tests of the platform's own site controllers expect outside of a site.
 */
export const siteClasses = [
  // Where a component of a site goes next; no request of the local org is one of a site.
  platformClass({ name: 'System.Aura', members: { 'static void redirect(Object page)': () => undefined } }),
  exceptionOf('Site.ExternalUserCreateException', {
    'List<String> getDisplayMessages()': () => new ApexList(T.String)
  }),
  platformClass({
    name: 'System.Site',
    members: {
      'static PageReference changePassword(String newPassword, String verifyNewPassword)': nothing,
      'static PageReference changePassword(String newPassword, String verifyNewPassword, String oldPassword)': nothing,
      'static Id createExternalUser(SObject user, String accountId)': nothing,
      'static Id createExternalUser(SObject user, String accountId, String password)': nothing,
      'static Id createExternalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)':
        nothing,
      'static Id createPersonAccountPortalUser(SObject user, String ownerId, String password)': nothing,
      'static Id createPortalUser(SObject user, String accountId, String password)': nothing,
      'static Id createPortalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)':
        nothing,
      'static Boolean forgotPassword(String username)': no,
      'static Boolean forgotPassword(String username, String emailTemplateName)': no,
      'static String getAdminEmail()': nothing,
      'static Id getAdminId()': nothing,
      'static String getAnalyticsTrackingCode()': nothing,
      'static String getBaseCustomUrl()': empty,
      'static String getBaseInsecureUrl()': empty,
      'static String getBaseRequestUrl()': empty,
      'static String getBaseSecureUrl()': empty,
      'static String getBaseUrl()': empty,
      'static String getCurrentSiteUrl()': nothing,
      'static String getCustomWebAddress()': empty,
      'static String getDomain()': nothing,
      'static String getPrefix()': empty,
      'static String getErrorDescription()': empty,
      'static String getErrorMessage()': empty,
      'static String getExperienceId()': nothing,
      'static String getMasterLabel()': nothing,
      'static String getName()': nothing,
      'static String getOriginalUrl()': nothing,
      'static String getPasswordPolicyStatement()': sites,
      'static String getPathPrefix()': empty,
      'static String getSiteId()': nothing,
      'static String getSiteType()': nothing,
      'static String getSiteTypeLabel()': nothing,
      'static PageReference getTemplate()': nothing,
      'static Boolean isLoginEnabled()': no,
      'static Boolean isPasswordExpired()': no,
      'static Boolean isRegistrationEnabled()': no,
      'static Boolean isValidUsername(String username)': (_tx, name: string | null) =>
        name !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name),
      'static PageReference login(String username, String password, String startUrl)': nothing,
      'static void setExperienceId(String expIdValue)': () => undefined,
      'static void setPortalUserAsAuthProvider(SObject user, String contactId)': sites,
      'static void validatePassword(SObject user, String password, String confirmPassword)': sites
    }
  }),
  platformClass({
    name: 'System.Network',
    members: {
      'static PageReference communitiesLanding()': nothing,
      'static String createExternalUserAsync(SObject user, SObject contact, SObject account)': sites,
      'static PageReference forwardToAuthPage(String startURL)': nothing,
      'static PageReference forwardToAuthPage(String startURL, String displayType)': nothing,
      'static String getLoginUrl(String networkId)': sites,
      'static String getLogoutUrl(String networkId)': sites,
      'static String getNetworkId()': nothing,
      'static String getSelfRegUrl(String networkId)': sites
    }
  })
];
