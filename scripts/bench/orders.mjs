// Customers and orders for the volume benchmarks, and how they are handed over.

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Orders a transaction that makes them. */
const batch = 400;

/** Makes customers that the ERP does not know. */
export const makeCustomers = (world, count) =>
  world.apex(`
    List<Account> customers = new List<Account>();
    for (Integer i = 0; i < ${count}; i++) customers.add(new Account(Name = 'Volume customer ' + i, BillingCountry = 'US'));
    insert as system customers;`);

/** Makes draft orders of those customers. @param lines how many each has */
export async function makeDrafts(world, count, lines = 5) {
  for (let made = 0; made < count; made += batch) await world.apex(draftsApex(Math.min(batch, count - made), lines));
}

const draftsApex = (count, lines) => `
  List<Account> customers = [SELECT Id FROM Account WHERE Name LIKE 'Volume customer %' ORDER BY Id];
  List<PricebookEntry> entries = [SELECT Id, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Pricebook2.IsStandard = TRUE ORDER BY Id];
  List<Order> orders = new List<Order>();
  for (Integer i = 0; i < ${count}; i++) {
    orders.add(new Order(AccountId = customers[Math.mod(i, customers.size())].Id, EffectiveDate = Date.today(), Status = 'Draft',
      Name = 'volume', Pricebook2Id = entries[0].Pricebook2Id));
  }
  insert as system orders;
  List<OrderItem> lines = new List<OrderItem>();
  for (Order one : orders) {
    for (Integer line = 0; line < ${lines}; line++) {
      PricebookEntry entry = entries[Math.mod(line, entries.size())];
      lines.add(new OrderItem(OrderId = one.Id, PricebookEntryId = entry.Id, Quantity = 1 + line, UnitPrice = entry.UnitPrice));
    }
  }
  insert as system lines;`;

/** What the script that activates does itself. */
export const ownCost = { soql: 1, dml: 1 };

/** Activates up to so many drafts in one transaction. */
export const activate = (world, count) =>
  world.apex(`
    List<Order> drafts = [SELECT Id FROM Order WHERE Name = 'volume' AND Status = 'Draft' LIMIT ${count}];
    for (Order one : drafts) one.Status = 'Activated';
    update as system drafts;`);

/** Activates all drafts, so many a transaction. @returns how many transactions it took */
export async function activateAll(world, most) {
  let transactions = 0;
  for (;;) {
    const [left] = await world.query("SELECT COUNT(Id) n FROM Order WHERE Name = 'volume' AND Status = 'Draft'");
    if (left.n === 0) return transactions;
    await activate(world, most);
    transactions++;
  }
}

/** How many documents are in which state. */
export async function states(world) {
  const rows = await world.query('SELECT State__c state, COUNT(Id) n FROM OutboxItem__c GROUP BY State__c');
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

const finished = ['Delivered', 'Superseded', 'Cancelled'];

/**
 * Waits until everything is delivered. Where nothing moves any more, the sweep goes round, as it does by the clock.
 * @returns how often it went round
 */
export async function delivered(world, tell = () => undefined) {
  let before = '';
  let still = 0;
  let sweeps = 0;
  for (;;) {
    const now = await states(world);
    tell(now);
    const open = Object.keys(now).filter((state) => !finished.includes(state));
    if (open.length === 0) return sweeps;
    const text = JSON.stringify(now);
    still = text === before ? still + 1 : 0;
    before = text;
    if (still === 40) {
      if (++sweeps > 1000) throw new Error(`The orders were not delivered: ${text}`);
      await world.apex('new OutboxSweep().run();');
      still = 0;
    }
    await pause(250);
  }
}
