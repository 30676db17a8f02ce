import { orgTable } from './org-table.js';

const single = 'Apex Reference Guide, "SingleEmailMessage Class"';
const mass = 'Apex Reference Guide, "MassEmailMessage Class"';
const messaging = 'Apex Reference Guide, "Messaging Class"';
const inbound = 'Apex Developer Guide, "Using the InboundEmail Object"';
const memory = 'from memory';

const classes = {
  Handler: `public class Handler implements Messaging.InboundEmailHandler {
    public Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope) {
      Messaging.InboundEmailResult result = new Messaging.InboundEmailResult();
      result.success = email.subject == 'Hi' && email.textAttachments[0].body == 'file'; result.message = envelope.fromAddress;
      return result;
    }
  }`,
  Mail: `public class Mail {
    public static Messaging.SingleEmailMessage to(String address) {
      Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.setToAddresses(new List<String>{ address }); m.setSubject('Hi'); m.setPlainTextBody('Body');
      return m;
    }
    public static Messaging.SingleEmailMessage empty() { Messaging.SingleEmailMessage m = to('a@example.com'); m.setPlainTextBody(null); return m; }
    public static String send(Messaging.SingleEmailMessage m) {
      List<Messaging.SendEmailResult> r = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m });
      return r.size() + ' ' + r[0].isSuccess() + ' ' + r[0].getErrors().size() + ' ' + Limits.getEmailInvocations();
    }
    public static String half() {
      List<Messaging.SendEmailResult> r = Messaging.sendEmail(new List<Messaging.Email>{ to('a@example.com'), to('nobody') }, false);
      Messaging.SendEmailError e = r[1].getErrors()[0];
      return r[0].success + ' ' + r[1].success + ' ' + e.getStatusCode() + ' ' + e.getMessage() + ' ' + e.getFields();
    }
    public static String eleven() { for (Integer i = 0; i < 11; i++) send(to('a@example.com')); return ''; }
    public static String properties() {
      Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.toAddresses = new List<String>{ 'x@example.com' }; m.setSaveAsActivity(false); m.subject = 's';
      return m.getToAddresses() + '' + m.saveAsActivity + m.getSubject() + m.getHtmlBody();
    }
    public static String user(Boolean activity) {
      Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.setTargetObjectId(UserInfo.getUserId()); m.setPlainTextBody('b'); m.setSaveAsActivity(activity);
      return send(m);
    }
    static EmailTemplate template() {
      EmailTemplate t = new EmailTemplate(Name = 'Hello', DeveloperName = 'Hello', FolderId = UserInfo.getUserId(), TemplateType = 'text', IsActive = true,
        Subject = 'For {!Contact.FirstName}', Body = 'Dear {!Contact.LastName} of {!Account.Name}{!Contact.Nope}, {!User.LastName}');
      insert t;
      return t;
    }
    static Contact ada() {
      Account a = new Account(Name = 'Acme'); insert a;
      Contact c = new Contact(FirstName = 'Ada', LastName = 'Lace', Email = 'ada@example.com', AccountId = a.Id); insert c;
      return c;
    }
    public static String templated() {
      EmailTemplate t; System.runAs(new User(Id = UserInfo.getUserId())) { t = template(); }
      Contact c = ada();
      Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.setTemplateId(t.Id); m.setTargetObjectId(c.Id); m.setWhatId(c.AccountId);
      return send(m) + ' ' + m.getSubject() + '|' + m.getPlainTextBody().substringBefore(', ');
    }
    public static String rendered() {
      EmailTemplate t; System.runAs(new User(Id = UserInfo.getUserId())) { t = template(); }
      Contact c = ada();
      Integer before = Limits.getQueries();
      Messaging.SingleEmailMessage m = Messaging.renderStoredEmailTemplate(t.Id, c.Id, c.AccountId);
      return m.getSubject() + '|' + m.getPlainTextBody().substringBefore(', ') + '|' + (Limits.getQueries() - before);
    }
    public static String bodies() {
      Contact c = ada();
      List<Messaging.RenderEmailTemplateBodyResult> r = Messaging.renderEmailTemplate(c.Id, null, new List<String>{ '{!Contact.Name}', '{{{Recipient.Email}}}' });
      return r[0].getMergedBody() + ' ' + r[1].getMergedBody() + ' ' + r[0].getSuccess() + ' ' + Limits.getQueries();
    }
    public static String attached() {
      Messaging.EmailFileAttachment f = new Messaging.EmailFileAttachment(); f.setFileName('a.txt'); f.setBody(Blob.valueOf('x')); f.contentType = 'text/plain';
      Messaging.SingleEmailMessage m = empty(); m.setFileAttachments(new List<Messaging.EmailFileAttachment>{ f });
      return f.getContentType() + send(m);
    }
    public static String toMany() {
      Messaging.MassEmailMessage m = new Messaging.MassEmailMessage(); m.setDescription('d');
      Messaging.sendEmail(new List<Messaging.MassEmailMessage>{ m });
      return '';
    }
    public static String caught() {
      try { send(to('nobody')); } catch (System.EmailException e) { return e.getDmlStatusCode(0) + ' ' + e.getDmlMessage(0) + ' ' + e.getNumDml(); }
      return '';
    }
    public static String received() {
      Messaging.InboundEmail e = new Messaging.InboundEmail(); e.subject = 'Hi';
      Messaging.InboundEmail.TextAttachment t = new Messaging.InboundEmail.TextAttachment(); t.body = 'file';
      e.textAttachments = new List<Messaging.InboundEmail.TextAttachment>{ t };
      Messaging.InboundEnvelope v = new Messaging.InboundEnvelope(); v.fromAddress = 'me@example.com';
      Messaging.InboundEmailResult r = new Handler().handleInboundEmail(e, v);
      return r.success + r.message + e.binaryAttachments;
    }
    public static String reserved() { Messaging.reserveSingleEmailCapacity(2); return '' + Limits.getEmailInvocations(); }
  }`
};

orgTable(
  'Messaging',
  [
    ["Mail.send(Mail.to('a@example.com'))", '1 true 0 1', messaging],
    ['new Messaging.InboundEmailResult().success', 'true', 'a public suite asserts it of a result that says nothing'],
    ['Mail.half()', 'true false INVALID_EMAIL_ADDRESS Invalid to address : nobody (toAddresses, nobody)', messaging],
    [
      "Mail.send(Mail.to('nobody'))",
      'System.EmailException: SendEmail failed. First exception on row 0; first error: INVALID_EMAIL_ADDRESS, Invalid to address : nobody: [toAddresses, nobody]',
      memory
    ],
    ['Mail.caught()', 'INVALID_EMAIL_ADDRESS Invalid to address : nobody 1', 'Apex Reference Guide, "Exception Class"'],
    [
      'Mail.send(new Messaging.SingleEmailMessage())',
      'System.EmailException: SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []',
      single
    ],
    [
      'Mail.send(Mail.empty())',
      'System.EmailException: SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing body, need at least one of html, plainText, or attachment: []',
      memory
    ],
    ['Mail.eleven()', 'System.LimitException: Too many Email Invocations: 11', `${messaging}: ten calls`],
    [
      "((Map<String, Object>) Messaging.PushNotificationPayload.apple('Hi', 'ding', 2, new Map<String, Object>{ 'id' => '7' }).get('aps')).toString()",
      '{alert=Hi, badge=2, sound=ding}',
      'Apex Reference Guide, "PushNotificationPayload Class"'
    ],
    [
      "Messaging.PushNotificationPayload.apple('Hi', null, null, new Map<String, Object>{ 'id' => '7' }).keySet()",
      '{aps, id}',
      'Apex Reference Guide, "PushNotificationPayload Class"'
    ],
    ['Mail.properties()', '(x@example.com)falsesnull', single],
    ['Mail.user(false)', '1 true 0 1', single],
    [
      'Mail.user(true)',
      'System.EmailException: SendEmail failed. First exception on row 0; first error: INVALID_SAVE_AS_ACTIVITY_FLAG, saveAsActivity must be false when sending mail to users.: [saveAsActivity, true]',
      memory
    ],
    ['Mail.templated()', '1 true 0 1 For Ada|Dear Lace of Acme', single],
    ['Mail.rendered()', 'For Ada|Dear Lace of Acme|1', `${messaging}: counts as one query`],
    ['Mail.bodies()', 'Ada Lace ada@example.com true 2', `${messaging}: as many queries as bodies`],
    ['Mail.attached()', 'text/plain1 true 0 1', single],
    [
      'Mail.toMany()',
      'System.EmailException: SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing targetObjectIds: [targetObjectIds]',
      mass
    ],
    ['Mail.received()', 'trueme@example.comnull', inbound],
    ['Mail.reserved()', '0', messaging]
  ],
  { classes }
);
