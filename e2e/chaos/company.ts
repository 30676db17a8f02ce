import type { Backend } from '../backend.js';
import type { Random } from './random.js';

/** The name of the chaos's orders, so that the demo's own are left alone. */
const mark = 'chaos';

/** Many customers, new to the ERP, and their draft orders of 1 to 20 lines. */
export async function makeCompany(backend: Backend, random: Random, size: CompanySize): Promise<void> {
  for (let from = 0; from < size.customers; from += 200) {
    await backend.apex(customersApex(from, Math.min(200, size.customers - from)));
  }
  for (let from = 0; from < size.orders; from += 100) {
    await backend.apex(ordersApex(Math.min(100, size.orders - from), random.whole(1, 1_000_000)));
  }
}

export interface CompanySize {
  readonly customers: number;
  readonly orders: number;
}

/** Activates up to so many of the drafts, in one transaction. */
export function activate(backend: Backend, count: number): Promise<void> {
  return backend.apex(`
    List<Order> drafts = [SELECT Id FROM Order WHERE Name = '${mark}' AND Status = 'Draft' ORDER BY Id LIMIT ${count}];
    for (Order one : drafts) { one.Status = 'Activated'; }
    update as system drafts;`);
}

/** How many drafts are left. */
export async function draftsLeft(backend: Backend): Promise<number> {
  const rows = await backend.query<{ Id: string }>(
    `SELECT Id FROM Order WHERE Name = '${mark}' AND Status = 'Draft' LIMIT 2000`
  );
  return rows.length;
}

/** Moves the date of some activated orders, which the ERP has to follow. */
export function change(backend: Backend, random: Random, count: number): Promise<void> {
  return backend.apex(`
    List<Order> some = [SELECT Id, EffectiveDate FROM Order WHERE Name = '${mark}' AND Status = 'Activated' LIMIT 2000];
    List<Order> changed = new List<Order>();
    for (Integer i = 0; i < ${count} && !some.isEmpty(); i++) {
      Order one = some.remove(Math.mod(${random.whole(0, 1_000_000)} + i * 7919, some.size()));
      one.EffectiveDate = one.EffectiveDate.addDays(1 + Math.mod(i, 5));
      changed.add(one);
    }
    update as system changed;`);
}

/** Takes some activated orders away, which the ERP has to cancel. */
export function remove(backend: Backend, random: Random, count: number): Promise<void> {
  return backend.apex(`
    List<Order> some = [SELECT Id FROM Order WHERE Name = '${mark}' AND Status = 'Activated' LIMIT 2000];
    List<Order> gone = new List<Order>();
    for (Integer i = 0; i < ${count} && !some.isEmpty(); i++) {
      gone.add(some.remove(Math.mod(${random.whole(0, 1_000_000)} + i * 7919, some.size())));
    }
    for (Order one : gone) { one.Status = 'Draft'; }
    update as system gone;
    delete as system gone;`);
}

function customersApex(from: number, count: number): string {
  return `
    List<Account> customers = new List<Account>();
    for (Integer i = ${from}; i < ${from + count}; i++) {
      customers.add(new Account(Name = 'Chaos customer ' + i, BillingCity = 'Portland', BillingCountry = 'US'));
    }
    insert as system customers;
    List<Contact> people = new List<Contact>();
    for (Account customer : customers) {
      if (Math.mod(people.size(), 2) == 0) {
        people.add(new Contact(LastName = 'Buyer of ' + customer.Name, AccountId = customer.Id));
      }
    }
    insert as system people;`;
}

function ordersApex(count: number, seed: number): string {
  return `
    List<Account> customers = [SELECT Id, (SELECT Id FROM Contacts LIMIT 1) FROM Account WHERE Name LIKE 'Chaos customer %' ORDER BY Id];
    List<PricebookEntry> entries = [SELECT Id, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Pricebook2.IsStandard = TRUE ORDER BY Id];
    Long state = ${seed};
    List<Order> orders = new List<Order>();
    List<Integer> sizes = new List<Integer>();
    for (Integer i = 0; i < ${count}; i++) {
      state = Math.mod(state * 48271L, 2147483647L);
      Account customer = customers[Math.mod(state, (Long) customers.size()).intValue()];
      orders.add(new Order(
        AccountId = customer.Id,
        BillToContactId = customer.Contacts.isEmpty() ? null : customer.Contacts[0].Id,
        EffectiveDate = Date.newInstance(2026, 1 + Math.mod(i, 12), 1 + Math.mod(i, 28)),
        Status = 'Draft', Name = '${mark}', Pricebook2Id = entries[0].Pricebook2Id));
      state = Math.mod(state * 48271L, 2147483647L);
      sizes.add(1 + Math.mod(state, 20L).intValue());
    }
    insert as system orders;
    List<OrderItem> lines = new List<OrderItem>();
    for (Integer i = 0; i < orders.size(); i++) {
      for (Integer line = 0; line < sizes[i]; line++) {
        state = Math.mod(state * 48271L, 2147483647L);
        PricebookEntry entry = entries[Math.mod(state, (Long) entries.size()).intValue()];
        lines.add(new OrderItem(OrderId = orders[i].Id, PricebookEntryId = entry.Id,
          Quantity = 1 + Math.mod(state, 50L), UnitPrice = entry.UnitPrice + Math.mod(state, 100L) / 100.0));
      }
    }
    insert as system lines;`;
}
