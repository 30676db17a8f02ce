// What many orders cost, in governor counts over all transactions: they do not depend on the machine.

const customersApex = (prefix, count) => `
  List<Account> customers = new List<Account>();
  for (Integer i = 0; i < ${count}; i++) customers.add(new Account(Name = '${prefix} ' + i, BillingCountry = 'US'));
  insert as system customers;`;

const draftsApex = (prefix, count) => `
  List<Account> customers = [SELECT Id FROM Account WHERE Name LIKE '${prefix} %' ORDER BY Id];
  List<PricebookEntry> entries = [SELECT Id, UnitPrice, Pricebook2Id FROM PricebookEntry WHERE Pricebook2.IsStandard = TRUE ORDER BY Id];
  List<Order> orders = new List<Order>();
  for (Integer i = 0; i < ${count}; i++) {
    orders.add(new Order(AccountId = customers[Math.mod(i, customers.size())].Id, EffectiveDate = Date.today(), Status = 'Draft',
      Name = 'volume', Pricebook2Id = entries[0].Pricebook2Id));
  }
  insert as system orders;
  List<OrderItem> lines = new List<OrderItem>();
  for (Order one : orders) {
    for (Integer line = 0; line < 5; line++) {
      PricebookEntry entry = entries[Math.mod(line, entries.size())];
      lines.add(new OrderItem(OrderId = one.Id, PricebookEntryId = entry.Id, Quantity = 1 + line, UnitPrice = entry.UnitPrice));
    }
  }
  insert as system lines;`;

const activateApex = `
  List<Order> drafts = [SELECT Id FROM Order WHERE Name = 'volume' AND Status = 'Draft' LIMIT 1000];
  for (Order one : drafts) one.Status = 'Activated';
  update as system drafts;`;

/** What the script itself does in the transaction that activates. */
const own = { soql: 1, dml: 1 };

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param org calls of the org's REST API as the admin: rest(method, path, body), query(soql), and calloutsSoFar()
 * @param figure takes what was measured and its bound
 */
export async function measureVolume(org, figure) {
  const apex = async (code) => {
    const result = await org.rest('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
    if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage);
  };
  const prepare = async (prefix, orders) => {
    for (let made = 0; made < orders; made += 250) await apex(draftsApex(prefix, Math.min(250, orders - made)));
  };
  await apex(customersApex('Volume customer', 300));
  await prepare('Volume customer', 1000);
  const fresh = await handOver(org, apex);
  figure('1,000 orders of 300 new customers: callouts', fresh.callouts, 'callouts', 40);
  await prepare('Volume customer', 1000);
  const known = await handOver(org, apex);
  figure('1,000 orders of 5 lines of 300 known customers: callouts', known.callouts, 'callouts', 25);
  figure('the same: SOQL over all transactions', known.soql, 'queries', 60);
  figure('the same: DML over all transactions', known.dml, 'statements', 40);
  figure('a connector that makes one call a record: callouts', 1000, 'callouts');

  await prepare('Volume customer', 200);
  const one = await costOf(org, async () => {
    await apex(activateApex);
  });
  figure('200 orders activated in one transaction: SOQL', one.first.soql - own.soql, 'queries', 6);
  figure('the same: DML', one.first.dml - own.dml, 'statements', 4);
  figure('the same: jobs enqueued', one.first.jobs, 'jobs', 1);
  await settled(org);
}

/** Activates all drafts, waits until they are delivered, and counts over all transactions. */
async function handOver(org, apex) {
  const before = org.calloutsSoFar();
  const cost = await costOf(org, async () => {
    await apex(activateApex);
    await settled(org);
  });
  return { ...cost, soql: cost.soql - own.soql, dml: cost.dml - own.dml, callouts: org.calloutsSoFar() - before };
}

async function settled(org) {
  for (let turn = 0; turn < 1200; turn++) {
    const [open] = await org.query(
      "SELECT COUNT(Id) n FROM OutboxItem__c WHERE State__c NOT IN ('Delivered', 'Superseded', 'Cancelled')"
    );
    if (open.n === 0) return;
    await pause(250);
  }
  throw new Error('The orders were not delivered.');
}

/** Traces what happens meanwhile, and adds up what the logs say of limits. */
async function costOf(org, work) {
  const [user] = await org.query("SELECT Id FROM User WHERE Username = 'admin@handoff.demo'");
  const level = await org.rest('POST', 'tooling/sobjects/DebugLevel', {
    DeveloperName: `Volume${Date.now()}`,
    MasterLabel: 'Volume',
    ApexCode: 'ERROR',
    ApexProfiling: 'FINEST'
  });
  const started = new Date(Date.now() - 1000);
  const flag = await org.rest('POST', 'tooling/sobjects/TraceFlag', {
    TracedEntityId: user.Id,
    DebugLevelId: level.id,
    LogType: 'USER_DEBUG',
    StartDate: started.toISOString(),
    ExpirationDate: new Date(Date.now() + 3_600_000).toISOString()
  });
  const known = new Set((await logs(org)).map((log) => log.Id));
  await work();
  await pause(500);
  const found = (await logs(org)).filter((log) => !known.has(log.Id));
  await org.rest('DELETE', `tooling/sobjects/TraceFlag/${flag.id}`);
  const costs = [];
  for (const log of found) {
    const body = await org.text(`tooling/sobjects/ApexLog/${log.Id}/Body`);
    const count = (what) => Number(new RegExp(`${what}: (\\d+) out of`).exec(body)?.[1] ?? 0);
    costs.push({
      soql: count('Number of SOQL queries'),
      dml: count('Number of DML statements'),
      jobs: count('Number of queueable jobs added to the queue')
    });
  }
  const sum = (name) => costs.reduce((total, cost) => total + cost[name], 0);
  return { soql: sum('soql'), dml: sum('dml'), first: costs[0] };
}

async function logs(org) {
  return (await org.rest('GET', `tooling/query?q=${encodeURIComponent('SELECT Id FROM ApexLog ORDER BY StartTime')}`))
    .records;
}
