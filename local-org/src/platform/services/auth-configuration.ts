import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { sobjectType, type ApexType } from '../../kernel/types.js';
import { platformClass } from '../define.js';

type S = string | null;
type Self = AuthConfiguration;

class AuthConfiguration extends ApexObject {
  readonly startUrl: S;
  constructor(startUrl: S) {
    super();
    this.startUrl = startUrl;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Auth.AuthConfiguration', args: [] };
  }
}

const nothing = (): null => null;
const no = (): boolean => false;
const none = (object: string) => () => new ApexList(sobjectType(object));
const providers = { unsupported: 'authentication providers of the org' };

/**
 * Auth.AuthConfiguration. The local org has no Experience Cloud sites: it answers as a site does whose login was never configured, with
 * user name and password and without self-registration (Apex Reference Guide, "AuthConfiguration Class"; the platform's own site
 * controllers and their tests ask no more).
 */
export const authConfigurationClass = platformClass({
  name: 'Auth.AuthConfiguration',
  members: {
    'Auth.AuthConfiguration(String communityOrCustomUrl, String startUrl)': (_tx, _url: S, startUrl: S) =>
      new AuthConfiguration(startUrl),
    'Auth.AuthConfiguration(Id networkId, String startUrl)': (_tx: Transaction, _network: ApexId | null, startUrl: S) =>
      new AuthConfiguration(startUrl),
    'Boolean getAllowInternalUserLoginEnabled()': no,
    'AuthConfig getAuthConfig()': providers,
    'List<AuthConfigProviders> getAuthConfigProviders()': none('AuthConfigProviders'),
    'List<AuthProvider> getAuthProviders()': none('AuthProvider'),
    'static String getAuthProviderSsoDomainUrl(String communityUrl, String startUrl, String developerName)': providers,
    'static String getAuthProviderSsoUrl(String communityUrl, String startUrl, String developerName)': providers,
    'String getBackgroundColor()': nothing,
    'Boolean getCertificateLoginEnabled(String domainUrl)': no,
    'static String getCertificateLoginUrl(String domainUrl, String startUrl)': providers,
    'String getDefaultProfileForRegistration()': nothing,
    'Boolean getEmbeddedLoginEnabled()': no,
    'String getFooterText()': nothing,
    'String getForgotPasswordUrl()': nothing,
    'Boolean getHeadlessForgotPasswordEnabled()': no,
    'Boolean getHeadlessFrgtPswEnabled()': no,
    'Boolean getHeadlessPasswordlessLoginEnabled()': no,
    'Boolean getHeadlessRegistrationEnabled()': no,
    'String getLoginRightFrameUrl()': nothing,
    'String getLogoUrl()': nothing,
    'List<SamlSsoConfig> getSamlProviders()': none('SamlSsoConfig'),
    'static String getSamlSsoUrl(String communityUrl, String startURL, String samlId)': providers,
    'Boolean getSelfRegistrationEnabled()': no,
    'String getSelfRegistrationUrl()': nothing,
    'String getStartUrl()': (_tx, self: Self) => self.startUrl,
    'Boolean getUsernamePasswordEnabled()': () => true,
    'Boolean isCommunityUsingSiteAsContainer()': no
  }
});
