import type { DataClassSource } from '../data-class.js';

/** What both kinds of messages have (Apex Reference Guide, "Email Class (Base Email Methods)"). */
const base = {
  bccSender: 'Boolean',
  emailPriority: 'String',
  replyTo: 'String',
  saveAsActivity: 'Boolean',
  senderDisplayName: 'String',
  subject: 'String',
  templateId: 'Id',
  useSignature: 'Boolean'
};

export const singleMessage: Omit<DataClassSource, 'name'> = {
  extends: 'Messaging.Email',
  access: 'both',
  properties: {
    ...base,
    bccAddresses: 'List<String>',
    ccAddresses: 'List<String>',
    charset: 'String',
    customHeaders: 'Map<String,String>',
    documentAttachments: 'List<Id>',
    entityAttachments: 'List<String>',
    fileAttachments: 'List<Messaging.EmailFileAttachment>',
    htmlBody: 'String',
    inReplyTo: 'String',
    oneClickPost: 'Boolean',
    optOutPolicy: 'String',
    orgWideEmailAddressId: 'Id',
    plainTextBody: 'String',
    references: 'String',
    targetObjectId: 'Id',
    templateName: 'String',
    toAddresses: 'List<String>',
    treatBodiesAsTemplate: 'Boolean',
    treatTargetObjectAsRecipient: 'Boolean',
    unsubscribeComment: 'String',
    unsubscribeUrls: 'List<String>',
    whatId: 'Id'
  },
  // A single message goes to people, whether they are users or not.
  members: { 'Boolean isUserMail()': () => false }
};

export const massMessage: Omit<DataClassSource, 'name'> = {
  extends: 'Messaging.Email',
  access: 'both',
  properties: { ...base, description: 'String', targetObjectIds: 'List<Id>', whatIds: 'List<Id>' }
};
