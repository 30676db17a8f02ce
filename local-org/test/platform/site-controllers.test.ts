import { orgTable } from './org-table.js';

const page = 'Apex Reference Guide, "AuthConfiguration Class"';
const own = 'the tests that the platform makes with the controllers of a site';

orgTable(
  'what the platform’s own site controllers ask',
  [
    ["new Auth.AuthConfiguration(Network.getNetworkId(), '').getUsernamePasswordEnabled()", 'true', own],
    ["new Auth.AuthConfiguration(Network.getNetworkId(), '').getSelfRegistrationEnabled()", 'false', own],
    ["new Auth.AuthConfiguration(Network.getNetworkId(), '').getSelfRegistrationUrl()", 'null', own],
    ["new Auth.AuthConfiguration('https://acme.my.site.com', '').isCommunityUsingSiteAsContainer()", 'false', own],
    ["new Auth.AuthConfiguration('https://acme.my.site.com', '/start').getStartUrl()", '/start', page],
    ["new Auth.AuthConfiguration('https://acme.my.site.com', '').getAuthProviders().size()", '0', page],
    ['Forgot.password(null)', 'Argument 1 cannot be null', own],
    ["Forgot.password('http://a.com')", 'sent', own],
    ['Forgot.refused()', '0', 'Apex Reference Guide, "Site.ExternalUserCreateException"']
  ],
  {
    classes: {
      Forgot: `public class Forgot {
        public static String password(String url) {
          try {
            ApexPages.PageReference next = new PageReference(url);
            aura.redirect(next);
            return 'sent';
          } catch (Exception e) {
            return e.getMessage();
          }
        }
        public static Integer refused() {
          try {
            throw new Site.ExternalUserCreateException();
          } catch (Site.ExternalUserCreateException e) {
            return e.getDisplayMessages().size();
          }
        }
      }`
    }
  }
);
