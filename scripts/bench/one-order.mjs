// What a person waits for: the Account panel, and one order that he activates.

const measured = (text, name) => Number(new RegExp(`BENCH ${name}=(\\d+)`).exec(text)?.[1] ?? NaN);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const finance = 'finance@handoff.demo';
const rep = 'rep@handoff.demo';

/** @param figure takes what was measured and its bound */
export async function measureOneOrder(world, figure) {
  await world.exec('scripts/bench/refresh.apex', rep);
  const panel = await world.exec('scripts/bench/account-panel.apex', rep);
  figure('SOQL queries of the Account panel’s first paint', measured(panel, 'queries'), 'queries', 6);

  const known = 'scripts/bench/activate-known.apex';
  await handOver(
    world,
    figure,
    'new customer with new contact',
    'Tidewater Labs',
    'scripts/bench/activate-new.apex',
    3
  );
  await handOver(world, figure, 'known customer with new contact', 'Brightwater Marine', known, 3);
  await anotherDraft(world, 'Brightwater Marine');
  await handOver(world, figure, 'known customer and contact', 'Brightwater Marine', known, 1);
  const order = await world.exec('scripts/bench/order-panel.apex', finance);
  figure('SOQL queries of the Order panel', measured(order, 'queries'), 'queries', 8);
  const bills = await world.exec('scripts/bench/order-bills.apex', finance);
  figure('the same, where invoices and payments go', measured(bills, 'queries'), 'queries', 13);
}

/** Counts what activating a demo order costs in the user's transaction, then activates it and counts the callouts of its delivery. */
async function handOver(world, figure, name, account, script, mostCallouts) {
  const text = await world.exec(script, finance);
  figure(`${name}: callouts in the user’s transaction`, measured(text, 'callouts'), 'callouts', 0);
  figure(`${name}: SOQL in the user’s transaction`, measured(text, 'queries'), 'queries');
  figure(`${name}: DML statements in the user’s transaction`, measured(text, 'dml'), 'statements');
  const [order] = await world.query(
    `SELECT Id FROM Order WHERE Account.Name = '${account}' AND Status = 'Draft' LIMIT 1`
  );
  const before = world.callouts();
  await world.rest('PATCH', `sobjects/Order/${order.Id}`, { Status: 'Activated' }, finance);
  const items = () => world.query(`SELECT State__c FROM OutboxItem__c WHERE Account__r.Name = '${account}'`);
  for (let turn = 0; turn < 240; turn++) {
    const states = await items();
    if (states.length > 0 && states.every((item) => item.State__c === 'Delivered')) break;
    await pause(250);
  }
  if ((await items()).some((item) => item.State__c !== 'Delivered')) throw new Error(`${name}: not delivered.`);
  figure(`${name}: callouts in all`, world.callouts() - before, 'callouts', mostCallouts);
}

/** Puts a second draft order beside the account's first one, with the same contact and one line. */
async function anotherDraft(world, account) {
  const [first] = await world.query(
    `SELECT AccountId, BillToContactId, Pricebook2Id, (SELECT PricebookEntryId, UnitPrice FROM OrderItems LIMIT 1) FROM Order WHERE Account.Name = '${account}' LIMIT 1`
  );
  const order = {
    AccountId: first.AccountId,
    BillToContactId: first.BillToContactId,
    Pricebook2Id: first.Pricebook2Id,
    EffectiveDate: new Date().toISOString().slice(0, 10),
    Status: 'Draft'
  };
  const { id } = await world.rest('POST', 'sobjects/Order', order, finance);
  const [line] = first.OrderItems.records;
  const { PricebookEntryId, UnitPrice } = line;
  await world.rest('POST', 'sobjects/OrderItem', { OrderId: id, PricebookEntryId, Quantity: 1, UnitPrice }, finance);
}
