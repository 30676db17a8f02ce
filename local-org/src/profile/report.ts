import type { Profile } from './profile.js';

/** How many methods and statements are shown. */
const shown = 20;

/** The costliest methods by their own time, and the costliest statements by their whole time, as lines of text. */
export function profileLines({ methods, statements }: Profile): string[] {
  const byOwnTime = [...methods].sort((a, b) => b.selfMs - a.selfMs).slice(0, shown);
  const byTime = [...statements].sort((a, b) => b.totalMs - a.totalMs).slice(0, shown);
  return [
    'Methods             own ms   with calls ms',
    ...byOwnTime.map((one) => `  ${ms(one.selfMs, 24)} ${ms(one.totalMs, 15)}  ${one.method}`),
    'Queries, DML, callouts  ms    times     rows',
    ...byTime.flatMap((one) => [
      `  ${ms(one.totalMs, 24)} ${String(one.count).padStart(8)} ${String(one.rows).padStart(8)}  ${one.text}`,
      ...(one.place === '' ? [] : [`${' '.repeat(46)}${one.place}`])
    ])
  ];
}

const ms = (value: number, width: number): string => value.toFixed(1).padStart(width);
