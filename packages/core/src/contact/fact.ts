import type { Instant, LocalDate } from '../kernel/index.ts';
import type { Urgency } from '../triage/index.ts';
import type { ActionClass, Channel, Outcome } from './terms.ts';

/** One flat row per contact and unit (each centre and clinic it has been with, and `national`), without identity. */
export interface ContactFact {
  /** `contactId:unit`. */
  readonly factId: string;
  readonly unit: string;
  readonly contactId: string;
  /** The day in Oslo when it was opened. */
  readonly day: LocalDate;
  readonly openedAt: Instant;
  readonly closedAt?: Instant | undefined;
  readonly channel: Channel;
  readonly firstUrgencyTelephone?: Urgency | undefined;
  readonly lastUrgency?: Urgency | undefined;
  readonly firstAction?: ActionClass | undefined;
  readonly lastAction?: ActionClass | undefined;
  readonly outcome?: Outcome | undefined;
  readonly place?: string | undefined;
  readonly callIds: readonly string[];
  /** From arrival (else opening) until a doctor took the contact. */
  readonly secondsToDoctor?: number | undefined;
  readonly lateEntries: number;
  readonly redPaged: boolean;
  /** From the red urgency until somebody on duty acknowledged. */
  readonly secondsToAcknowledge?: number | undefined;
}
