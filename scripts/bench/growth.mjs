// Whether an order costs the same in a large run as in a small one, and with a long history as with none.
import { handOver } from './volume.mjs';

const counted = { soql: 'SOQL', dml: 'DML statements', callouts: 'callouts' };

/**
 * @param base cost of 1,000 orders of known customers
 * @param count how many orders are handed over at once, and lie behind the 1,000 after them
 */
export async function measureGrowth(world, figure, base, count) {
  const large = await handOver(world, count);
  compare(figure, base, large, count / 1000, `${count.toLocaleString('en')} orders at once`);
  const after = await handOver(world, 1000);
  compare(figure, base, after, 1, `1,000 orders with ${count.toLocaleString('en')} behind them`);
}

function compare(figure, base, cost, thousands, what) {
  for (const [name, unit] of Object.entries(counted)) {
    const each = cost[name] / thousands;
    figure(`${what}: ${unit} a thousand (${round(each)}), against the first 1,000`, round(each / base[name]), '×', 1.1);
  }
  const each = cost.cpuMs / thousands;
  figure(`${what}: CPU an order (${round(each / 1000)} ms), against the first 1,000`, round(each / base.cpuMs), '×');
  figure(`${what}: transactions that failed`, cost.failed.length, 'transactions', 0);
}

const round = (value) => Math.round(value * 100) / 100;
