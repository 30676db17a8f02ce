import { platformClass } from '../define.js';

const sites = { unsupported: 'Experience Cloud sites' };
const empty = (): string => '';
const nothing = (): null => null;
const no = (): boolean => false;

/** System.Site and System.Network. No request of the local org is one of a site: the answers are those documented for that case. */
export const siteClasses = [
  platformClass({
    name: 'System.Site',
    members: {
      'static PageReference changePassword(String newPassword, String verifyNewPassword)': sites,
      'static PageReference changePassword(String newPassword, String verifyNewPassword, String oldPassword)': sites,
      'static Id createExternalUser(SObject user, String accountId)': sites,
      'static Id createExternalUser(SObject user, String accountId, String password)': sites,
      'static Id createExternalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)':
        sites,
      'static Id createPersonAccountPortalUser(SObject user, String ownerId, String password)': sites,
      'static Id createPortalUser(SObject user, String accountId, String password)': sites,
      'static Id createPortalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)':
        sites,
      'static Boolean forgotPassword(String username)': sites,
      'static Boolean forgotPassword(String username, String emailTemplateName)': sites,
      'static String getAdminEmail()': nothing,
      'static Id getAdminId()': nothing,
      'static String getAnalyticsTrackingCode()': nothing,
      'static String getBaseCustomUrl()': empty,
      'static String getBaseInsecureUrl()': empty,
      'static String getBaseRequestUrl()': empty,
      'static String getBaseSecureUrl()': empty,
      'static String getBaseUrl()': empty,
      'static String getDomain()': nothing,
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
      'static PageReference getTemplate()': sites,
      'static Boolean isLoginEnabled()': no,
      'static Boolean isPasswordExpired()': no,
      'static Boolean isRegistrationEnabled()': no,
      'static Boolean isValidUsername(String username)': (_tx, name: string | null) =>
        name !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name),
      'static PageReference login(String username, String password, String startUrl)': sites,
      'static void setExperienceId(String expIdValue)': sites,
      'static void setPortalUserAsAuthProvider(SObject user, String contactId)': sites,
      'static void validatePassword(SObject user, String password, String confirmPassword)': sites
    }
  }),
  platformClass({
    name: 'System.Network',
    members: {
      'static String communitiesLanding()': sites,
      'static String createExternalUserAsync(SObject user, SObject contact, SObject account)': sites,
      'static PageReference forwardToAuthPage(String startURL)': sites,
      'static PageReference forwardToAuthPage(String startURL, String displayType)': sites,
      'static String getLoginUrl(String networkId)': sites,
      'static String getLogoutUrl(String networkId)': sites,
      'static String getNetworkId()': nothing,
      'static String getSelfRegUrl(String networkId)': sites
    }
  })
];
