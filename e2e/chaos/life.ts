import type { Random } from './random.js';

/** What people do to some kind of documents while the storm is on. */
export interface Life {
  /** Routes of the ERP's API that faults strike. */
  readonly routes: readonly string[];
  /** Where the call goes with which a document comes into the ERP's books. */
  readonly decisive: string;
  /** How many documents wait to be let go. */
  left(): number;
  /** Lets some go, changes some and takes some back, as chance has it. @returns how many of what */
  act(random: Random): Promise<Readonly<Record<string, number>>>;
  /** Learns anew what is how: what was under way when the process was killed may have come to nothing. */
  look(): Promise<void>;
  /** What is wrong in the ERP's books at the end, a sentence each. */
  complaints(): Promise<string[]>;
}

/** Takes up to so many from a list, at random places. */
export function draw<T>(random: Random, from: readonly T[], count: number): T[] {
  const left = [...from];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(random.whole(0, left.length - 1), 1));
  return drawn;
}
