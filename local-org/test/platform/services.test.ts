import { orgTable } from './org-table.js';

const approval = 'Apex Reference Guide, "Approval Class"';
const deployment = 'Apex Developer Guide, "Testing Metadata Deployments"';
const install = 'Apex Developer Guide, "Running Apex on Package Install/Upgrade"';
const uninstall = 'Apex Developer Guide, "Running Apex on Package Uninstall"';
const sandbox = 'Apex Reference Guide, "SandboxPostCopy Interface"';
const plugins = 'Apex Reference Guide, "Process Namespace"';
const editor = 'Apex Reference Guide, "VisualEditor Namespace"';
const jwt = 'Apex Reference Guide, "JWT Class"';
const auth = 'Apex Reference Guide, "Auth Namespace"';
const duplicates = 'Apex Reference Guide, "Datacloud Namespace"';
const passwords = 'Apex Reference Guide, "System Class"';

const classes = {
  Hooks: `public class Hooks implements InstallHandler, UninstallHandler, SandboxPostCopy {
    public static String seen = '';
    public void onInstall(InstallContext c) {
      seen += c.organizationId() == UserInfo.getOrganizationId() ? 'org ' : '';
      seen += c.installerId() == UserInfo.getUserId() ? 'me ' : '';
      seen += c.isUpgrade() + ' ' + c.isPush() + ' ' + (c.previousVersion() == null ? 'none' : c.previousVersion().major() + '.' + c.previousVersion().minor());
    }
    public void onUninstall(UninstallContext c) { seen = '' + (c.uninstallerId() == UserInfo.getUserId()); }
    public void runApexClass(SandboxContext c) { seen = c.sandboxName() + ' ' + c.sandboxId(); }
  }`,
  Callback: `public class Callback implements Metadata.DeployCallback {
    public Id job;
    public void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context) {
      if (result.status == Metadata.DeployStatus.Succeeded) job = context.getCallbackJobId();
    }
  }`,
  TestingContext: `public class TestingContext extends Metadata.DeployCallbackContext {
    public override Id getCallbackJobId() { return '0Af000000000001'; }
  }`,
  Registration: `public class Registration implements Auth.RegistrationHandler {
    public User createUser(Id portalId, Auth.UserData data) { return new User(LastName = data.lastName, Email = data.email, Username = data.attributeMap.get('u')); }
    public void updateUser(Id userId, Id portalId, Auth.UserData data) {}
  }`,
  Adder: `public class Adder implements Process.Plugin {
    public Process.PluginResult invoke(Process.PluginRequest request) {
      Map<String, Object> out = new Map<String, Object>{ 'sum' => (Integer) request.inputParameters.get('a') + 1 };
      return new Process.PluginResult(out);
    }
    public Process.PluginDescribeResult describe() {
      Process.PluginDescribeResult d = new Process.PluginDescribeResult();
      d.name = 'Adder';
      d.inputParameters = new List<Process.PluginDescribeResult.InputParameter>{ new Process.PluginDescribeResult.InputParameter('a', Process.PluginDescribeResult.ParameterType.INTEGER, true) };
      return d;
    }
  }`,
  Colours: `public class Colours extends VisualEditor.DynamicPickList {
    public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow('Red', 'R'); }
    public override VisualEditor.DynamicPickListRows getValues() {
      VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
      rows.addRow(new VisualEditor.DataRow('Red', 'R')); rows.addRow(new VisualEditor.DataRow('Blue', 'B', true)); rows.sort();
      return rows;
    }
  }`,
  Act: `public class Act {
    public static String refused() { return '' + Metadata.Operations.enqueueDeployment(new Metadata.DeployContainer(), null); }
    public static String menu() { AppLauncher.AppMenu.setOrgSortOrder(new List<Id>()); return 'ordered'; }
    public static String immediate() {
      Account made = new Account(Name = 'a'); insert made; Database.deleteImmediate(new List<Account>{ made });
      return '' + [SELECT COUNT() FROM Account WHERE Id = :made.Id];
    }
    public static String credential() {
      ConnectApi.ExternalCredential made = new ConnectApi.ExternalCredential();
      ConnectApi.ExternalCredentialPrincipal principal = new ConnectApi.ExternalCredentialPrincipal();
      principal.principalName = 'P'; made.developerName = 'Erp';
      made.principals = new List<ConnectApi.ExternalCredentialPrincipal>{ principal };
      return made.developerName + ' ' + made.principals[0].principalName;
    }
    static Account acme() { Account a = new Account(Name = 'Acme'); insert a; return a; }
    public static String locked() {
      Account a = acme();
      List<Object> seen = new List<Object>{ Approval.isLocked(a), Approval.lock(a).isSuccess(), Approval.isLocked(a.Id) };
      seen.add(Approval.isLocked(new List<Id>{ a.Id }).get(a.Id));
      seen.add(Approval.unlock(new List<Id>{ a.Id }, false)[0].getId() == a.Id);
      seen.add(Approval.isLocked(a));
      return '' + seen;
    }
    static Approval.ProcessSubmitRequest request() {
      Approval.ProcessSubmitRequest r = new Approval.ProcessSubmitRequest();
      r.setComments('please'); r.setObjectId(acme().Id); r.setNextApproverIds(new List<Id>{ UserInfo.getUserId() });
      return r;
    }
    public static String submitted() { Approval.process(request()); return ''; }
    public static String tried() {
      Approval.ProcessResult r = Approval.process(request(), false);
      return r.isSuccess() + ' ' + r.getErrors()[0].getStatusCode() + ' ' + request().getComments();
    }
    public static String installed(Version v) { Test.testInstall(new Hooks(), v); return Hooks.seen; }
    public static String pushed() { Test.testInstall(new Hooks(), new Version(1, 2), true); return Hooks.seen; }
    public static String uninstalled() { Test.testUninstall(new Hooks()); return Hooks.seen; }
    public static String copied() { Test.testSandboxPostCopyScript(new Hooks(), UserInfo.getOrganizationId(), null, 'dev'); return Hooks.seen; }
    public static String container() {
      Metadata.CustomMetadata record = new Metadata.CustomMetadata(); record.fullName = 'Rule__mdt.One'; record.label = 'One';
      Metadata.CustomMetadataValue value = new Metadata.CustomMetadataValue(); value.field = 'Active__c'; value.value = true;
      record.values.add(value);
      Metadata.DeployContainer c = new Metadata.DeployContainer(); c.addMetadata(record);
      Metadata.CustomMetadata first = (Metadata.CustomMetadata) c.getMetadata()[0];
      return first.fullName + ' ' + first.values[0].value + ' ' + c.removeMetadataByFullName('Rule__mdt.One') + ' ' + c.getMetadata().size();
    }
    public static String deployed() {
      Metadata.DeployResult r = new Metadata.DeployResult(); r.status = Metadata.DeployStatus.Succeeded;
      Callback c = new Callback(); c.handleResult(r, new TestingContext()); return c.job;
    }
    public static String registered() {
      Auth.UserData d = new Auth.UserData('1', 'A', 'Lace', 'A Lace', 'a@example.com', null, 'a', 'en_US', 'p', null, new Map<String, String>{ 'u' => 'u@example.com' });
      User u = new Registration().createUser(null, d); return u.LastName + u.Email + u.Username + d.username;
    }
    public static String claims() {
      Auth.JWT t = new Auth.JWT(); t.setSub('s'); t.setIss('i'); t.setAud('a'); t.setAdditionalClaims(new Map<String, Object>{ 'scope' => 'x' });
      Map<String, Object> m = (Map<String, Object>) JSON.deserializeUntyped(t.toJSONString());
      return m.get('iss') + '' + m.get('sub') + m.get('aud') + m.get('scope') + ((Integer) m.get('exp') - (Integer) m.get('iat'));
    }
    public static String plugged() {
      Adder a = new Adder();
      return a.invoke(new Process.PluginRequest(new Map<String, Object>{ 'a' => 1 })).outputParameters.get('sum') + a.describe().name + a.describe().inputParameters[0].Required;
    }
    public static String rows() {
      VisualEditor.DynamicPickList list1 = new Colours();
      return list1.getValues().get(0).getLabel() + list1.getValues().size() + list1.getDefaultValue().getValue() + list1.getValues().get(0).isSelected();
    }
    public static String duplicates() {
      List<Datacloud.FindDuplicatesResult> r = Datacloud.FindDuplicates.findDuplicates(new List<Account>{ new Account(Name = 'a') });
      return r.size() + ' ' + r[0].isSuccess() + ' ' + r[0].getDuplicateResults().size();
    }
    public static String password() {
      System.setPassword(UserInfo.getUserId(), 'secret123');
      return '' + System.resetPassword(UserInfo.getUserId(), false).getPassword().length();
    }
  }`
};

orgTable(
  'Services of the platform',
  [
    ['Act.locked()', '(false, true, true, true, true, false)', approval],
    [
      "Approval.lock((Id) '001000000000001')",
      'System.DmlException: Lock failed. First exception on row 0; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
      `${approval}: all or nothing by default; the text is from memory`
    ],
    ["Approval.lock((Id) '001000000000001', false).isSuccess()", 'false', approval],
    [
      'Act.submitted()',
      'System.DmlException: Process failed. First exception on row 0; first error: NO_APPLICABLE_PROCESS, No applicable approval process was found.: []',
      'from memory: the answer of an org without an approval process'
    ],
    ['Act.tried()', 'false NO_APPLICABLE_PROCESS please', approval],
    ['Act.installed(null)', 'org me false false none', install],
    ['Act.installed(new Version(1, 2))', 'org me true false 1.2', install],
    ['Act.pushed()', 'org me true true 1.2', install],
    ['Act.uninstalled()', 'true', uninstall],
    ['Act.copied()', 'dev null', sandbox],
    ['Act.refused()', 'System.AsyncException: Metadata cannot be deployed from within a test', deployment],
    ['Act.menu()', 'ordered', 'Apex Reference Guide, "AppMenu Class"'],
    ['Act.immediate()', '0', 'Apex Reference Guide, "Database Class", deleteImmediate'],
    ['Act.credential()', 'Erp P', 'Apex Reference Guide, "ExternalCredential" of ConnectApi'],
    ['Act.container()', 'Rule__mdt.One true true 0', deployment],
    ['Act.deployed()', '0Af000000000001CAA', deployment],
    ['Act.registered()', 'Lacea@example.comu@example.coma', auth],
    ['Act.claims()', 'isax300', jwt],
    ['Act.plugged()', '2Addertrue', plugins],
    ['Act.rows()', 'Blue2Rtrue', editor],
    ['Act.duplicates()', '1 true 0', duplicates],
    ['Act.password()', '10', passwords],
    [
      "System.resetPassword('005000000000999', false)",
      'System.InvalidParameterValueException: Invalid userId specified: 005000000000999AAA',
      'from memory'
    ]
  ],
  { classes }
);
