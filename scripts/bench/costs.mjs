// What work costs in governor counts over all transactions, by the debug logs that the org keeps of them.

const counts = {
  soql: 'Number of SOQL queries',
  rows: 'Number of query rows',
  dml: 'Number of DML statements',
  dmlRows: 'Number of DML rows',
  cpuMs: 'Maximum CPU time',
  heap: 'Maximum heap size',
  callouts: 'Number of callouts',
  jobs: 'Number of queueable jobs added to the queue'
};

/** What the bench itself asks for over REST, to see how far the work is: as often as the machine is slow. */
const asking = 'Api';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Traces the admin while `work` runs, who is also the one whose jobs hand over.
 * @returns `transactions` in their order with {unit, soql, rows, dml, dmlRows, cpuMs, heap, peak, callouts, jobs}, where `peak` says in words
 *   what took the heap, in an org that measures it; `sum(name)` and
 *   `most(name)` over them, `share(name)` of the limit; `failed`: what ended in an exception
 */
export async function costOf(world, work) {
  const [user] = await world.query("SELECT Id FROM User WHERE Username = 'admin@handoff.demo'");
  const level = await world.rest('POST', 'tooling/sobjects/DebugLevel', {
    DeveloperName: `Bench${Date.now()}`,
    MasterLabel: 'Bench',
    ApexCode: 'ERROR',
    ApexProfiling: 'INFO',
    // Or a transaction that only reads would leave no log.
    Database: 'INFO'
  });
  const flag = await world.rest('POST', 'tooling/sobjects/TraceFlag', {
    TracedEntityId: user.Id,
    DebugLevelId: level.id,
    LogType: 'USER_DEBUG',
    StartDate: new Date(Date.now() - 1000).toISOString(),
    ExpirationDate: new Date(Date.now() + 20 * 3_600_000).toISOString()
  });
  for (const old of await logIds(world)) await world.deleteLog(old);
  const transactions = [];
  let ended = false;
  const reading = readLogs(world, transactions, () => ended);
  try {
    await work();
    await pause(500);
  } finally {
    ended = true;
    await reading;
    await world.rest('DELETE', `tooling/sobjects/TraceFlag/${flag.id}`);
  }
  return summed(transactions);
}

const summed = (transactions) => ({
  transactions,
  failed: transactions.filter((one) => one.status !== 'Success'),
  share: (name) => Math.max(0, ...transactions.map((one) => one[name] / one.limits[name])),
  sum: (name) => transactions.reduce((total, one) => total + one[name], 0),
  most: (name) => Math.max(0, ...transactions.map((one) => one[name]))
});

/** Takes logs away as they come: large runs would leave thousands. */
async function readLogs(world, transactions, ended) {
  for (let last = false; !last;) {
    last = ended();
    for (const id of await logIds(world)) {
      const [row] = await world.tooling(`SELECT Operation, Status FROM ApexLog WHERE Id = '${id}'`);
      if (row.Operation === asking) {
        await world.deleteLog(id);
        continue;
      }
      const body = await world.logBody(id);
      const found = Object.entries(counts).map(([name, what]) => {
        const [, used, limit] = new RegExp(`${what}: (\\d+) out of (\\d+)`).exec(body) ?? [];
        return [name, Number(used), Number(limit)];
      });
      transactions.push({
        unit: row.Operation,
        status: row.Status,
        peak: /MEASURED_HEAP\|(.*)/.exec(body)?.[1] ?? null,
        ...Object.fromEntries(found.map(([name, used]) => [name, used])),
        limits: Object.fromEntries(found.map(([name, , limit]) => [name, limit]))
      });
      await world.deleteLog(id);
    }
    if (!last) await pause(2000);
  }
}

const logIds = async (world) => (await world.tooling('SELECT Id FROM ApexLog ORDER BY StartTime')).map((row) => row.Id);
