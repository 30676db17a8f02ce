/** Every step an item may make, as the architecture tells it; written out here, so that the package's own table is not its own judge. */
const steps: Readonly<Record<string, readonly string[]>> = {
  '': ['Planned', 'Held', 'Ready', 'Rejected'],
  Planned: ['Held', 'Ready', 'Rejected', 'Cancelled', 'Superseded'],
  Held: ['Ready', 'Rejected', 'Cancelled', 'Superseded'],
  Ready: ['Sending', 'Held', 'Rejected', 'Cancelled', 'Superseded'],
  Sending: ['Delivered', 'Waiting', 'Rejected', 'Unknown', 'Ready'],
  Unknown: ['Delivered', 'Waiting', 'Rejected', 'Ready'],
  Waiting: ['Sending', 'Held', 'Ready', 'Rejected', 'Cancelled', 'Superseded'],
  Rejected: ['Held', 'Ready', 'Cancelled', 'Superseded'],
  Delivered: [],
  Superseded: [],
  Cancelled: []
};

/** All states of an item. */
export const states: readonly string[] = Object.keys(steps).filter((state) => state !== '');

/** Whether an item may go from one state to the other; staying is none. An empty `before` is a new item. */
export function mayGo(before: string, after: string): boolean {
  return steps[before]?.includes(after) ?? false;
}

/** All steps there are, as `before>after`. */
export const allSteps: readonly string[] = Object.entries(steps).flatMap(([before, next]) =>
  next.map((after) => `${before}>${after}`)
);
