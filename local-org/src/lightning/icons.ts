import type { MetadataSource } from './metadata-source.js';
import { text } from '../schema/xml.js';

/** Icons of standard objects whose name in SLDS is not the object's name in snake case. */
const named: Readonly<Record<string, string>> = {
  Order: 'orders',
  OrderItem: 'order_item',
  OpportunityLineItem: 'opportunity_line_item',
  Pricebook2: 'pricebook',
  PricebookEntry: 'pricebook_entry',
  Product2: 'product',
  QuoteLineItem: 'quote_item',
  Quote: 'quotes',
  Asset: 'asset_object',
  User: 'user',
  Contract: 'contract',
  CampaignMember: 'campaign_members',
  ContentDocument: 'file',
  Note: 'note',
  Attachment: 'document'
};
const standard = new Set(['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Task', 'Event', 'Campaign']);

/** The SLDS icon of an object: `standard:account`; the one of its tab for a custom object, where metadata is given. */
export function iconOf(object: string, metadata?: MetadataSource): string {
  const name = named[object];
  if (name) return `standard:${name}`;
  if (standard.has(object)) return `standard:${object.toLowerCase()}`;
  const tab = metadata?.components('CustomTab').find((component) => component.name === object);
  return (tab && motifIcon(text(tab.xml, 'motif'))) ?? 'standard:record';
}

/** `Custom12: Book` → `custom:custom12`; undefined for anything else. */
export function motifIcon(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
  return number ? `custom:custom${number}` : undefined;
}
