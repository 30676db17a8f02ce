import type { Backend } from '../backend.js';
import type { Random } from './random.js';

/** The name of the chaos's orders, so that the demo's own are left alone. */
const mark = 'chaos';

/** Code of a product that the ERP does not have: an order with it can never be there. */
export const unknownProduct = 'CHAOS-NONE';

/** Many customers, new to the ERP, and their draft orders of 1 to 20 lines; some orders name a product that the ERP does not have. */
export async function makeCompany(backend: Backend, random: Random, size: CompanySize): Promise<void> {
  await backend.apex(productApex);
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

const productApex = `
    Product2 product = new Product2(Name = 'Lamp that nobody made', ProductCode = '${unknownProduct}', IsActive = true);
    insert as system product;
    insert as system new PricebookEntry(Pricebook2Id = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id,
      Product2Id = product.Id, UnitPrice = 10, IsActive = true);`;

function customersApex(from: number, count: number): string {
  return `
    List<Account> customers = new List<Account>();
    for (Integer i = ${from}; i < ${from + count}; i++) {
      customers.add(new Account(Name = 'Chaos customer ' + i, BillingCity = 'Portland', BillingCountry = 'US'));
    }
    insert as system customers;
    List<Contact> people = new List<Contact>();
    for (Integer i = 0; i < customers.size(); i += 2) {
      people.add(new Contact(LastName = 'Buyer of ' + customers[i].Name, AccountId = customers[i].Id));
    }
    insert as system people;`;
}

function ordersApex(count: number, seed: number): string {
  return `
    List<Account> customers = [SELECT Id, (SELECT Id FROM Contacts LIMIT 1) FROM Account WHERE Name LIKE 'Chaos customer %' ORDER BY Id];
    List<PricebookEntry> entries = [SELECT Id, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Pricebook2.IsStandard = TRUE AND Product2.ProductCode != '${unknownProduct}' ORDER BY Id];
    PricebookEntry unknown = [SELECT Id FROM PricebookEntry WHERE Pricebook2.IsStandard = TRUE AND Product2.ProductCode = '${unknownProduct}'];
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
      if (Math.mod(i, 40) == 7) {
        lines.add(new OrderItem(OrderId = orders[i].Id, PricebookEntryId = unknown.Id, Quantity = 1, UnitPrice = 10));
      }
    }
    insert as system lines;`;
}
