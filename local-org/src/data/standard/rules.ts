import { caseRule, contract, event, task } from './activities.js';
import { asset } from './assets.js';
import { contact } from './contacts.js';
import { emailMessage } from './emails.js';
import { bodyLength } from './bodies.js';
import { contentDistribution, contentVersion } from './files.js';
import { opportunity, opportunityLine } from './opportunities.js';
import { order, orderLine } from './orders.js';
import { account } from './person-accounts.js';
import { personName } from './person-names.js';
import { priceBookEntry } from './price-books.js';
import { quote, quoteLine } from './quotes.js';
import { role } from './roles.js';
import type { StandardRule } from './rule.js';
import { user } from './users.js';

const rules: Readonly<Record<string, StandardRule>> = {
  Account: account,
  Asset: asset,
  Attachment: bodyLength,
  Case: caseRule,
  Contact: contact,
  ContentDistribution: contentDistribution,
  ContentVersion: contentVersion,
  Contract: contract,
  Document: bodyLength,
  EmailMessage: emailMessage,
  Event: event,
  Individual: personName,
  Lead: personName,
  Opportunity: opportunity,
  OpportunityLineItem: opportunityLine,
  Order: order,
  OrderItem: orderLine,
  PricebookEntry: priceBookEntry,
  Quote: quote,
  QuoteLineItem: quoteLine,
  Task: task,
  User: user,
  UserRole: role
};

/** What the platform itself does when records of this object are saved or deleted; undefined for most objects. */
export const standardRules = (object: string): StandardRule | undefined => rules[object];
