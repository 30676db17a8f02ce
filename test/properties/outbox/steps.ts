import fc from 'fast-check';
import { states } from './transitions.js';

/** What becomes of one request at the ERP. Late ones are done before anybody may be sure that they were not. */
export const fates = ['ok', 'silentAfter', 'silentLate', 'silentNever', 'errorAfter', 'busy', 'rejected'] as const;

/** One thing that happens, and which of two users does it. */
export type Step = { readonly user: number } & (
  | { readonly kind: 'activate' | 'remove' | 'restore' | 'sync'; readonly order: number }
  | { readonly kind: 'change'; readonly order: number; readonly day: number }
  | { readonly kind: 'mark'; readonly order: number; readonly mark: string }
  | { readonly kind: 'take' | 'sweep' | 'retry' | 'arrive' | 'release' | 'sendBack' }
  /** An admin switches it on, or off again. */
  | { readonly kind: 'pause' | 'freeze' | 'archive' }
  | { readonly kind: 'deliver'; readonly worker: number; readonly dies: boolean; readonly fates: readonly string[] }
  /** `rerun`: a job that has ended is run once more. */
  | { readonly kind: 'mourn' | 'rerun'; readonly worker: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'meddle'; readonly item: number; readonly state: string }
  /** Somebody cancels an item that is not with the ERP. */
  | { readonly kind: 'giveUp'; readonly item: number }
);

export interface World {
  /** Orders, of which triggers tell, or invoices and payments, which the sweep has to find. */
  readonly records: 'orders' | 'bills';
  /** An ERP that changes documents, or one that has to cancel them and take new ones. */
  readonly erp: 'RandomErp' | 'RigidErp';
  readonly customers: number;
  readonly orders: number;
  readonly steps: readonly Step[];
}

const small = fc.nat({ max: 5 });
const fate = fc.oneof({ weight: 3, arbitrary: fc.constant('ok') }, { weight: 4, arbitrary: fc.constantFrom(...fates) });

const user = fc.nat({ max: 1 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ user, kind: fc.constant('activate' as const), order: small }) },
  {
    weight: 3,
    arbitrary: fc.record({ user, kind: fc.constant('change' as const), order: small, day: fc.nat({ max: 30 }) })
  },
  {
    weight: 2,
    arbitrary: fc.record({ user, kind: fc.constantFrom('remove' as const, 'restore' as const, 'sync'), order: small })
  },
  { weight: 6, arbitrary: fc.record({ user, kind: fc.constant('take' as const) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      user,
      kind: fc.constant('deliver' as const),
      worker: fc.nat({ max: 2 }),
      dies: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      fates: fc.array(fate, { minLength: 1, maxLength: 4 })
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({ user, kind: fc.constantFrom('sweep' as const, 'retry' as const, 'arrive' as const) })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      user,
      kind: fc.constant('mark' as const),
      order: small,
      mark: fc.constantFrom('hold', 'reject', 'go')
    })
  },
  { weight: 1, arbitrary: fc.record({ user, kind: fc.constantFrom('release' as const, 'sendBack' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ user, kind: fc.constantFrom('pause' as const, 'freeze' as const, 'archive' as const) })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      user,
      kind: fc.constantFrom('mourn' as const, 'rerun' as const),
      worker: fc.nat({ max: 2 })
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({ user, kind: fc.constant('pass' as const), minutes: fc.constantFrom(1, 2, 20) })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      user,
      kind: fc.constant('meddle' as const),
      item: fc.nat({ max: 20 }),
      state: fc.constantFrom(...states)
    })
  },
  { weight: 1, arbitrary: fc.record({ user, kind: fc.constant('giveUp' as const), item: fc.nat({ max: 20 }) }) }
);

export const worlds: fc.Arbitrary<World> = fc.record({
  records: fc.constantFrom('orders' as const, 'bills' as const),
  erp: fc.constantFrom('RandomErp' as const, 'RigidErp' as const),
  customers: fc.integer({ min: 1, max: 3 }),
  orders: fc.integer({ min: 1, max: 6 }),
  steps: fc.array(step, { minLength: 10, maxLength: 40 })
});

const on = (order: number) => ({ user: 0, order });
const take: Step = { user: 0, kind: 'take' };
const deliver = (...fates: readonly string[]): Step => ({ user: 0, kind: 'deliver', worker: 0, dies: false, fates });
const pass: Step = { user: 0, kind: 'pass', minutes: 20 };

/** Worlds that are tried before the random ones: together they bring an item into each state. */
export const eachState: readonly World[] = [
  {
    records: 'orders',
    erp: 'RandomErp',
    customers: 3,
    orders: 6,
    steps: [
      { ...on(0), kind: 'mark', mark: 'hold' },
      { ...on(1), kind: 'mark', mark: 'reject' },
      ...[0, 1, 2, 3].map((order): Step => ({ ...on(order), kind: 'activate' })),
      take,
      deliver('busy'),
      { ...on(0), kind: 'remove' },
      { ...on(2), kind: 'change', day: 3 },
      pass,
      take,
      deliver('silentNever'),
      pass,
      take,
      deliver('ok'),
      { ...on(4), kind: 'activate' },
      take,
      deliver('rejected')
    ]
  },
  {
    records: 'orders',
    erp: 'RigidErp',
    customers: 1,
    orders: 2,
    steps: [
      { ...on(0), kind: 'activate' },
      take,
      deliver('ok'),
      { user: 0, kind: 'archive' },
      { ...on(0), kind: 'change', day: 9 },
      { ...on(1), kind: 'activate' },
      { user: 0, kind: 'sweep' },
      take,
      { user: 0, kind: 'archive' },
      { user: 0, kind: 'freeze' },
      { user: 0, kind: 'sweep' },
      take,
      { user: 0, kind: 'pause' },
      pass,
      take
    ]
  }
];
