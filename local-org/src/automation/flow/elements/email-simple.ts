import type { ApexValue } from '../../../kernel/object.js';
import { sendMail } from '../../mail.js';
import { FlowFault } from '../fault.js';
import type { Scope } from '../scope.js';
import { type ActionValues, listInput, textInput } from './action-values.js';

/** The Send Email action: https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_actions_sendemail.htm */
export function emailSimple(scope: Scope, inputs: ActionValues): ReadonlyMap<string, ApexValue> {
  const { tx } = scope;
  const texts = (textInput(inputs, 'emailAddresses') ?? '').split(',');
  const listed = listInput(inputs, 'emailAddressesArray');
  const to = [...texts, ...listed].map((address) => address.trim()).filter((address) => address !== '');
  if (to.length === 0 && textInput(inputs, 'recipientId') === null)
    throw new FlowFault('The flow failed to send an email: Missing recipient.');
  const sender = textInput(inputs, 'senderAddress');
  sendMail(tx, {
    to,
    cc: (textInput(inputs, 'ccRecipientAddressList') ?? '').split(',').filter((address) => address !== ''),
    subject: textInput(inputs, 'emailSubject') ?? '',
    body: textInput(inputs, 'emailBody') ?? '',
    html: inputs.get('sendrichbody') === true,
    ...(sender !== null && { from: sender })
  });
  return new Map();
}
