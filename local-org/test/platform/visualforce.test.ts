import { orgTable } from './org-table.js';

const reference = 'Apex Reference Guide, "PageReference Class"';
const controllers = 'Visualforce Developer Guide, "Test a Custom Controller"';
const standard = 'Visualforce Developer Guide, "StandardController Class"';
const sets = 'Visualforce Developer Guide, "StandardSetController Class"';
const messages = 'Visualforce Developer Guide, "ApexPages Methods"';
const suites = 'public test suites that are known to pass on an org assert it';
const memory = 'from memory';

const classes = {
  Pages: `public class Pages {
    public static PageReference page(String name, String value) {
      PageReference p = Page.Home; p.getParameters().put(name, value); return p;
    }
    public static String parameters() {
      PageReference p = new PageReference('/apex/x?myParamName=1&b=a%20b');
      p.getParameters().put('MYPARAMNAME', '2');
      return p.getParameters().get('myparamname') + p.getParameters().get('b') + p.getParameters().containsKey('B') + p.getUrl();
    }
    public static String current() {
      ApexPages.currentPage().getParameters().put('id', '1');
      Test.setCurrentPage(page('id', '2'));
      return ApexPages.currentPage().getParameters().get('Id') + System.currentPageReference().getUrl();
    }
    public static String cookies() {
      ApexPages.currentPage().setCookies(new List<Cookie>{ new Cookie('seen', '3', null, 1440, true) });
      Cookie c = ApexPages.currentPage().getCookies().get('seen');
      return c.getName() + c.getValue() + c.getPath() + c.getMaxAge() + c.isSecure();
    }
    public static String said() {
      ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.WARNING, 'low'));
      ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.INFO, 'short', 'long'));
      String text = '';
      for (ApexPages.Message m : ApexPages.getMessages()) text += m.getSeverity() + ':' + m.getSummary() + ':' + m.getDetail() + ' ';
      return text + ApexPages.hasMessages() + ApexPages.hasMessages(ApexPages.Severity.ERROR);
    }
    public static String cleared() { said(); Test.clearApexPageMessages(); return '' + ApexPages.hasMessages(); }
    public static String failures() {
      try { insert new List<Account>{ new Account(), new Account(Name = 'a') }; } catch (DmlException e) { ApexPages.addMessages(e); }
      try { Integer zero = 0; Integer broken = 1 / zero; } catch (Exception e) { ApexPages.addMessages(e); }
      String text = '';
      for (ApexPages.Message m : ApexPages.getMessages()) text += m.getSeverity() + ':' + m.getSummary() + ';';
      return text;
    }
    public static ApexPages.StandardController saved() {
      Account a = new Account(Name = 'Acme'); insert a; return new ApexPages.StandardController(a);
    }
    public static String urls() {
      ApexPages.StandardController c = saved();
      String id15 = c.getId().left(15);
      return String.join(new List<String>{ c.view().getUrl(), c.edit().getUrl(), c.save().getUrl(), c.cancel().getUrl() }, ' ').replace(id15, 'ID')
        + ' ' + c.getId().length() + ' ' + c.delete().getUrl() + ' ' + [SELECT COUNT() FROM Account];
    }
    public static String inserted() {
      ApexPages.StandardController c = new ApexPages.StandardController(new Account(Name = 'New'));
      Boolean hadNone = c.getId() == null; c.save();
      return hadNone + ' ' + [SELECT Name FROM Account WHERE Id = :c.getId()].Name;
    }
    public static String unsaved() {
      ApexPages.StandardController c = new ApexPages.StandardController(new Account());
      return c.save() + ' ' + ApexPages.getMessages()[0].getSummary();
    }
    public static String same() { Account a = new Account(Name = 'x'); return '' + (new ApexPages.StandardController(a).getRecord() === a); }
    public static String added() { saved().addFields(new List<String>{ 'Phone' }); return ''; }
    public static List<Account> accounts(Integer count) {
      List<Account> list1 = new List<Account>();
      for (Integer i = 0; i < count; i++) list1.add(new Account(Name = 'a' + i));
      insert list1;
      return list1;
    }
    public static String paged() {
      ApexPages.StandardSetController c = new ApexPages.StandardSetController(accounts(45));
      List<Object> seen = new List<Object>{ c.getPageSize(), c.getPageNumber(), c.getRecords().size(), c.getHasNext(), c.getHasPrevious() };
      c.next(); c.next(); c.next();
      seen.addAll(new List<Object>{ c.getPageNumber(), c.getRecords().size(), c.getHasNext(), c.getHasPrevious() });
      c.setPageSize(10); c.first(); c.previous(); c.last();
      seen.addAll(new List<Object>{ c.getPageNumber(), c.getRecords().size(), c.getResultSize(), c.getCompleteResult() });
      c.setPageNumber(2);
      seen.add(((Account) c.getRecords()[0]).Name);
      return String.join(seen, ' ');
    }
    public static String queried() {
      accounts(3);
      ApexPages.StandardSetController c = new ApexPages.StandardSetController(Database.getQueryLocator([SELECT Name FROM Account ORDER BY Name DESC]));
      List<Account> rows = (List<Account>) c.getRecords();
      return rows[0].Name + c.getResultSize() + c.getSelected().size();
    }
    public static String mass() {
      List<Account> all = accounts(3);
      ApexPages.StandardSetController c = new ApexPages.StandardSetController(all);
      c.setSelected(new List<Account>{ all[0], all[2] });
      c.getRecord().put('Phone', '1');
      c.save();
      return '' + [SELECT COUNT() FROM Account WHERE Phone = '1'] + c.getSelected().size();
    }
    public static String content() { new PageReference('/apex/x').getContent(); return ''; }
  }`
};

orgTable(
  'Visualforce in Apex',
  [
    ["Pages.page('error', 'noInsert').getUrl()", '/apex/home?error=noInsert', controllers],
    ["Pages.page('q', 'a b&c').getUrl()", '/apex/home?q=a+b%26c', 'java.net.URLEncoder'],
    [
      "new PageReference('http://x.com/a?v=60&title=t&Desc=').getUrl()",
      'http://x.com/a?Desc=&title=t&v=60',
      'seen in a public suite'
    ],
    ['System.Page.Home.getUrl()', '/apex/home', controllers],
    ["new PageReference('http://www.google.com').getUrl()", 'http://www.google.com', reference],
    ["new PageReference('/x?a=1#top').getAnchor()", 'top', reference],
    ["new PageReference('/x').setAnchor('end').getUrl()", '/x#end', reference],
    ["new PageReference('/x').getRedirect()", 'false', reference],
    ["new PageReference('/x').setRedirect(true).getRedirect()", 'true', reference],
    ["new PageReference('/x').getRedirectCode()", '0', reference],
    ["new PageReference('/x').setRedirectCode(301).getRedirectCode()", '301', reference],
    ['Pages.parameters()', '2a btrue/apex/x?b=a+b&myParamName=2', `${reference}, getParameters`],
    ['Pages.current()', '2/apex/home?id=2', controllers],
    ['Pages.cookies()', 'seen3/1440true', 'Visualforce Developer Guide, "Cookie Class"'],
    ['Pages.said()', 'WARNING:low:low INFO:short:long truefalse', suites],
    ['Pages.cleared()', 'false', 'Apex Reference Guide, "Test Class"'],
    ['Pages.failures()', 'ERROR:Required fields are missing: [Name];ERROR:Divide by 0;', messages],
    ['Pages.urls()', '/ID /ID/e /ID /ID 15 /001/o 0', suites],
    ['Pages.inserted()', 'true New', standard],
    ['Pages.unsaved()', 'null Required fields are missing: [Name]', standard],
    ['Pages.same()', 'true', standard],
    [
      'Pages.added()',
      'System.SObjectException: You cannot call addFields when the data is being passed into the controller by the caller.',
      memory
    ],
    ['Pages.paged()', '20 1 20 true false 3 5 false true 5 5 45 true a10', sets],
    ['Pages.queried()', 'a230', sets],
    ['Pages.mass()', '22', sets],
    [
      'Pages.content()',
      'System.VisualforceException: Methods defined as TestMethod do not support getContent call',
      memory
    ],
    ['Site.getSiteId()', 'null', 'Apex Reference Guide, "Site Class": not a site request'],
    ['Site.getBaseUrl()', '', 'Apex Reference Guide, "Site Class": not a site request'],
    ["new SelectOption('a', 'A', true).getDisabled()", 'true', 'Apex Reference Guide, "SelectOption Class"']
  ],
  { classes, files: { 'pages/Home.page': '<apex:page/>', 'pages/Home.page-meta.xml': '<ApexPage/>' } }
);

orgTable('Visualforce outside of pages and tests', [['ApexPages.currentPage()', 'null', memory]], { asTest: false });
