/** Amounts are whole ten-thousandths of a unit. */
export interface BookLine {
  readonly journal: string;
  readonly document: string | null;
  readonly type: string;
  readonly status: 'Posted' | 'Reversed';
  readonly kind: 'Detail' | 'Reversal' | 'Summary';
  /** Number of the month in which it was posted. */
  readonly period: string;
  readonly summary: string | null;
  readonly currency: string;
  readonly account: string;
  readonly part: string | null;
  readonly amount: number;
  readonly base: number;
}

export interface BookSchedule {
  readonly document: string;
  readonly currency: string;
  readonly amount: number;
  readonly base: number;
  readonly recognised: number;
  readonly baseRecognised: number;
  readonly planned: number;
  readonly basePlanned: number;
}

export interface Books {
  readonly lines: readonly BookLine[];
  readonly schedules: readonly BookSchedule[];
}
