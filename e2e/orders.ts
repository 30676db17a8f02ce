import type { LedgerOrder } from './erp.js';
import { orgToday } from './today.js';
import type { World } from './world.js';

interface Row {
  readonly Id: string;
}

/** What makes and reads records: a whole world, or its backend alone. */
type Records = Pick<World, 'query' | 'create'>;

/** The id of a demo account. */
export async function accountId(world: Records, name: string): Promise<string> {
  const [account] = await world.query<Row>(`SELECT Id FROM Account WHERE Name = '${name}'`);
  if (!account) throw new Error(`There is no account ${name}.`);
  return account.Id;
}

/** The id of a draft order that the demo has for an account. */
export async function draftOrder(world: World, accountName: string): Promise<string> {
  const [order] = await world.query<Row>(
    `SELECT Id FROM Order WHERE Account.Name = '${accountName}' AND Status = 'Draft' ORDER BY OrderNumber LIMIT 1`
  );
  if (!order) throw new Error(`${accountName} has no draft order.`);
  return order.Id;
}

/** A new draft order with one line of the item. */
export async function newDraftOrder(
  world: Records,
  accountName: string,
  item: string,
  quantity: number
): Promise<string> {
  const [entry] = await world.query<{ Id: string; UnitPrice: number; Pricebook2Id: string }>(
    `SELECT Id, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Product2.ProductCode = '${item}' AND Pricebook2.IsStandard = TRUE`
  );
  if (!entry) throw new Error(`There is no price for ${item}.`);
  const order = await world.create('Order', {
    AccountId: await accountId(world, accountName),
    EffectiveDate: orgToday(),
    Status: 'Draft',
    Pricebook2Id: entry.Pricebook2Id
  });
  await world.create('OrderItem', {
    OrderId: order,
    PricebookEntryId: entry.Id,
    Quantity: quantity,
    UnitPrice: entry.UnitPrice
  });
  return order;
}

/** Activates an order behind the back of the package: with its triggers off. */
export function activateUnnoticed(world: World, orderId: string): Promise<void> {
  return world.runApex(`
    HandoffSettings__c settings = HandoffSettings__c.getOrgDefaults();
    settings.TriggersOff__c = true;
    upsert as system settings;
    update as system new Order(Id = '${orderId}', Status = 'Activated');
    settings.TriggersOff__c = false;
    upsert as system settings;`);
}

/** The orders in the ERP that carry this order's reference, open ones only. Codes are upper case there. */
export async function ordersInLedger(world: World, orderId: string): Promise<LedgerOrder[]> {
  return (await world.erp.state()).orders.filter((order) =>
    order.externalDocumentNumber.includes(orderId.toUpperCase())
  );
}
