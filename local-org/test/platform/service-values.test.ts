import { orgTable } from './org-table.js';

const cache = 'Apex Reference Guide, "Org Class" (Cache)';
const cacheErrors = 'Apex Reference Guide, "Cache Exceptions"';
const features = 'Apex Reference Guide, "FeatureManagement Class"';
const sites = 'the tests that come with the site controllers of a new org';
const changes = 'Apex Reference Guide, "ChangeEventHeader Class"';
const domains = 'Apex Reference Guide, "DomainCreator Class"';

const parameter = (type: string, value: string) =>
  `<FeatureParameter${type}><dataflowDirection>LmoToSubscriber</dataflowDirection><value>${value}</value></FeatureParameter${type}>`;

const classes = {
  Act: `public class Act {
    public static String several() {
      Cache.Org.put('local.P1.a', 1); Cache.Org.put('local.P1.b', 'x', 300, Cache.Visibility.ALL, false);
      Cache.OrgPartition p = Cache.Org.getPartition('local.P1');
      Map<String, Boolean> has = p.contains(new Set<String>{ 'a', 'z' });
      Map<String, Object> got = p.get(new Set<String>{ 'a', 'b', 'z' });
      return has.get('a') + '' + has.get('z') + got.get('a') + got.get('b') + got.get('z') + p.contains('b') + Cache.Org.MAX_TTL_SECS;
    }
    public static String eleven() {
      Set<String> keys = new Set<String>(); for (Integer i = 0; i < 11; i++) keys.add('k' + i);
      return '' + Cache.Org.get(keys);
    }
    public static String bad(String key) { Cache.Session.put(key, 1); return 'put'; }
    public static String tooLong() { Cache.Session.put('a', 1, Cache.Session.MAX_TTL_SECS + 1); return 'put'; }
    public static String parameters() {
      List<Object> seen = new List<Object>{ FeatureManagement.checkPackageBooleanValue('On'), FeatureManagement.checkPackageIntegerValue('Most'), FeatureManagement.checkPackageDateValue('Since') };
      FeatureManagement.setPackageBooleanValue('on', false); FeatureManagement.setPackageIntegerValue('Most', 7);
      seen.addAll(new List<Object>{ FeatureManagement.checkPackageBooleanValue('On'), FeatureManagement.checkPackageIntegerValue('Most') });
      return '' + seen;
    }
    public static String sites() {
      return '' + Site.login('a', 'b', '/') + Site.forgotPassword('a') + Site.createPortalUser(new User(), null, 'p') + Network.forwardToAuthPage('/') + Network.communitiesLanding();
    }
    public static String header() {
      EventBus.ChangeEventHeader h = new EventBus.ChangeEventHeader();
      h.changeType = 'UPDATE'; h.setRecordIds(new List<String>{ '1' });
      return h.getChangeType() + h.recordIds + h.nulledFields;
    }
    public static ApexPages.PageReference older() { return new ApexPages.PageReference('/x'); }
  }`
};

orgTable(
  'Values that services keep',
  [
    ['Act.several()', 'truefalse1xnulltrue172800', cache],
    [
      'Act.eleven()',
      'Cache.BulkApiKeysLimitExceededException: The number of keys exceeds the limit of 10',
      `${cacheErrors}; the text is ours`
    ],
    [
      "Act.bad('not-so')",
      'Cache.InvalidParamException: Invalid key: not-so. Keys must be alphanumeric',
      `${cacheErrors}; the text is ours`
    ],
    ["Act.bad('')", 'Cache.InvalidParamException: Key cannot be empty', `${cacheErrors}; the text is ours`],
    [
      'Act.tooLong()',
      'Cache.InvalidParamException: Invalid time to live: 28801. It must be between 0 and 28800 seconds',
      `${cacheErrors}; the text is ours`
    ],
    ['Act.parameters()', '(true, -1, 2026-01-31 00:00:00, false, 7)', features],
    [
      "FeatureManagement.checkPackageBooleanValue('Most')",
      'System.NoDataFoundException: Feature parameter not found: Most',
      `${features}; the text is ours`
    ],
    ['Act.sites()', 'nullfalsenullnullnull', sites],
    ['Act.header()', 'UPDATE(1)null', changes],
    ['Act.older().getUrl()', '/x', 'Visualforce code of long standing writes ApexPages.PageReference'],
    ['DomainCreator.getLightningHostname()', 'localhost:4300', domains]
  ],
  {
    classes,
    files: {
      'featureParameters/On.featureParameterBoolean-meta.xml': parameter('Boolean', 'true'),
      'featureParameters/Most.featureParameterInteger-meta.xml': parameter('Integer', '-1'),
      'featureParameters/Since.featureParameterDate-meta.xml': parameter('Date', '2026-01-31')
    }
  }
);
