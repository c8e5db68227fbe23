import type { Instant, LocalDate } from '../../kernel/index.ts';

/** Days in Norway, half-open [from, to); without `to`: until further notice. */
export interface Validity {
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

/** When the register said so, half-open [from, to); without `to`: it says so now. Nothing is deleted: a correction closes this and adds a row. */
export interface Knowledge {
  readonly from: Instant;
  readonly to?: Instant | undefined;
}

/**
 * What every row of the register has: when it holds in the world, when the register held it to be so, and where that stands.
 * Several rows may have the same id; of those, no two both hold on the same day and are known at the same instant.
 */
export interface Versioned {
  readonly id: string;
  readonly valid: Validity;
  readonly known: Knowledge;
  /** Section of a report, record of a list, person and reason; `ANTATT` marks what no source says. */
  readonly source: string;
}
