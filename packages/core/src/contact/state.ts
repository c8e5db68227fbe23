import type { Instant } from '../kernel/index.ts';
import type { UrgencySetting } from '../triage/index.ts';
import type { ContactEventType, PageLevel, PageTarget } from './events.ts';
import type { Identity } from './identity.ts';
import type { ActionClass, Channel, Outcome, Party, ReferralTarget, TaskKind } from './terms.ts';

export type Contact = { readonly status: 'none' } | OpenedContact;

/** Where the contact is in its course; derived from what has happened: of those that hold, the last in this order. */
export type ContactStatus =
  | 'none'
  /** The operator is at it: no action decided. */
  | 'assessing'
  /** Advised on the telephone, or decided on; waits only to be closed. */
  | 'decided'
  /** Responsibility is offered to another and not received. */
  | 'handingOver'
  /** A callback is promised. */
  | 'callback'
  | 'expected'
  | 'waiting'
  | 'withStaff'
  | 'closed';

/** A fact with who stated it and when it held. */
export interface Stamp {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
}

export interface OpenedContact {
  readonly status: Exclude<ContactStatus, 'none'>;
  readonly contactId: string;
  readonly opened: Stamp;
  readonly centreId: string;
  readonly channel: Channel;
  /** Whose key seals what is written now. Earlier persons stay in `persons` when an unknown is identified or merged. */
  readonly personId: string;
  readonly persons: readonly string[];
  readonly identity: Identity;
  readonly caller?:
    | { readonly name?: string | undefined; readonly relation?: string | undefined; readonly number?: string | undefined }
    | undefined;
  readonly callIds: readonly string[];
  readonly place?: string | undefined;
  readonly placeDetail?: string | undefined;
  /** The clinic that serves or treats. */
  readonly clinicId?: string | undefined;
  readonly reason?: string | undefined;
  readonly complaint?: string | undefined;
  readonly urgencySettings: readonly (UrgencySetting & Stamp)[];
  readonly actions: readonly ({
    readonly action: ActionClass;
    readonly clinicId?: string | undefined;
    readonly referral?: ReferralTarget | undefined;
  } & Stamp)[];
  readonly advice: readonly ({ readonly text: string; readonly adviceCodes: readonly string[] } & Stamp)[];
  /** Since when the clinic expects the patient; none when arrived or not expected. */
  readonly expectedSince?: Instant | undefined;
  readonly expectedAt?: Instant | undefined;
  /** When the patient came to the present clinic. */
  readonly arrivedAt?: Instant | undefined;
  /** When the patient first came to any clinic. */
  readonly firstArrivedAt?: Instant | undefined;
  /** Every clinic the patient has come to. */
  readonly arrivedClinicIds: readonly string[];
  /** Who is responsible now, on the clinic's side. */
  readonly takenBy?: { readonly staffId: string; readonly as: 'nurse' | 'doctor'; readonly since: Instant } | undefined;
  readonly firstWithDoctorAt?: Instant | undefined;
  readonly conferences: readonly ({ readonly conferenceId: string; readonly party: Party } & Stamp)[];
  readonly handovers: readonly ({
    readonly handoverId: string;
    readonly party: Party;
    readonly received?: (Stamp & { readonly receivedBy: string }) | undefined;
  } & Stamp)[];
  readonly notes: readonly ({ readonly noteId: string; readonly text: string; readonly corrects?: string | undefined } & Stamp)[];
  readonly tasks: readonly Task[];
  readonly paging: Paging;
  /** Pages of red episodes before the present one. */
  readonly earlierPages: readonly Page[];
  /** The first time that somebody acknowledged, with the red urgency it answered. */
  readonly firstAcknowledged?: { readonly redAt: Instant; readonly at: Instant } | undefined;
  readonly closed?:
    | ({ readonly outcome: Outcome; readonly responsible: string; readonly diagnosis?: string | undefined } & Stamp)
    | undefined;
  readonly lateEntries: number;
  /** What last changed each aspect: two people on the same contact overwrite nothing unseen. */
  readonly lastChange: Partial<Readonly<Record<ContactEventType, Change>>>;
  readonly sequence: number;
}

/** The last event of a type: its place in the stream, who and when. */
export interface Change {
  readonly sequence: number;
  readonly by: string;
  /** When it was recorded. */
  readonly at: Instant;
}

export interface Task extends Stamp {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly text: string;
  readonly due?: Instant | undefined;
  readonly done?: Stamp | undefined;
}

/**
 * The alarm of a red contact: from paging the people on duty to acknowledged, or to the advice to confer with the EMC.
 * `since` is when the urgency became red; `pages` are those of this red episode, all levels.
 */
export type Paging =
  | { readonly state: 'notNeeded' }
  /** Red, nobody at this level paged yet: the pager's part acts on this. `pages` are those of the level before. */
  | { readonly state: 'due'; readonly since: Instant; readonly level: PageLevel; readonly pages: readonly Page[] }
  | {
      readonly state: 'waiting';
      readonly since: Instant;
      readonly level: PageLevel;
      readonly pages: readonly Page[];
      readonly answerBy: Instant;
    }
  | {
      readonly state: 'acknowledged';
      readonly since: Instant;
      readonly staffId: string;
      readonly at: Instant;
      readonly pages: readonly Page[];
    }
  | {
      readonly state: 'exhausted';
      readonly since: Instant;
      readonly at: Instant;
      readonly pages: readonly Page[];
      readonly emcAdvisedAt?: Instant | undefined;
    };

export interface Page {
  readonly pageId: string;
  readonly level: PageLevel;
  readonly staffId: string;
  readonly to: PageTarget;
  /** Where that person is on duty. */
  readonly unit?: string | undefined;
  readonly sentAt: Instant;
  readonly answerBy: Instant;
  readonly delivery: 'sent' | 'delivered' | 'failed';
}
