// Customers and orders for the volume benchmarks, and how they are handed over.

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Orders a transaction that makes them, and rows: it may change 10,000. */
const batch = { orders: 400, rows: 9000 };

/** Makes customers that the ERP does not know. */
export const makeCustomers = (world, count) =>
  world.apex(`
    List<Account> customers = new List<Account>();
    for (Integer i = 0; i < ${count}; i++) customers.add(new Account(Name = 'Volume customer ' + i, BillingCountry = 'US'));
    insert as system customers;`);

/** Makes draft orders. @param lines how many each has; `customers`: of the accounts with such a name */
export async function makeDrafts(world, count, lines = 5, customers = 'Volume customer %') {
  const most = Math.min(batch.orders, Math.floor(batch.rows / (lines + 1)));
  for (let made = 0; made < count; made += most)
    await world.apex(draftsApex(Math.min(most, count - made), lines, customers));
}

const draftsApex = (count, lines, customers) => `
  List<Account> customers = [SELECT Id FROM Account WHERE Name LIKE '${customers}' ORDER BY Id];
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

/** Activates so many drafts, 1,000 a transaction. */
export async function activateAll(world, count) {
  for (let done = 0; done < count; done += 1000) await activate(world, Math.min(1000, count - done));
}

/** Switches Handoff's triggers, so that orders are saved which nothing was planned for. */
export const setTriggers = (world, off) =>
  world.apex(`
    HandoffSettings__c settings = HandoffSettings__c.getOrgDefaults();
    settings.TriggersOff__c = ${off};
    upsert as system settings;`);

/** How many documents are in which state. */
export async function states(world) {
  const rows = await world.query('SELECT State__c state, COUNT(Id) n FROM OutboxItem__c GROUP BY State__c');
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

const finished = ['Delivered', 'Superseded', 'Cancelled'];

/**
 * Waits until everything is delivered. When no job is left before that, the sweep goes round, as it does by the clock.
 * @returns how often it went round
 */
export async function delivered(world) {
  for (let sweeps = 0, idle = 0; ;) {
    const now = await states(world);
    if (Object.keys(now).every((state) => finished.includes(state))) return sweeps;
    idle = (await world.jobs()) === 0 ? idle + 1 : 0;
    // Twice, since a job may have ended and another not begun between two questions.
    if (idle === 3) {
      if (++sweeps > 50) throw new Error(`The orders were not delivered: ${JSON.stringify(now)}`);
      await world.apex('new OutboxSweep().run();');
      idle = 0;
    }
    await pause(500);
  }
}
