import type { Decision, Instant } from '../kernel/index.ts';
import type { Urgency } from '../triage/index.ts';
import type { ContactEvent, ContactEventType } from './events.ts';
import type { Change, Paging } from './state.ts';
import type { ActionClass } from './terms.ts';

/** Every expected no to a contact command. `code` is public; the Norwegian texts live in the contract package. */
export type ContactRefusal =
  /** No contact has been opened here. */
  | { readonly code: 'contact-unknown'; readonly field?: undefined }
  | { readonly code: 'contact-exists'; readonly field: 'contactId' }
  | { readonly code: 'contact-closed'; readonly field?: undefined; readonly by: string; readonly at: Instant }
  | { readonly code: 'contact-not-closed'; readonly field?: undefined }
  /** Somebody changed the same matter since the sender looked. `since` is the sequence the sender had seen (0: none), `sequence` the present one. */
  | {
      readonly code: 'contact-changed';
      readonly field?: undefined;
      readonly changedTypes: readonly ContactEventType[];
      readonly changes: readonly ({ readonly type: ContactEventType } & Change)[];
      readonly sequence: number;
      readonly since: number;
    }
  | { readonly code: 'occurred-at-in-future'; readonly field: 'occurredAt'; readonly latest: Instant }
  | { readonly code: 'occurred-at-too-early'; readonly field: 'occurredAt'; readonly earliest: Instant }
  /** A promised, due or expected time that is not after the thing it follows from. */
  | { readonly code: 'time-too-early'; readonly field: string; readonly earliest: Instant }
  | { readonly code: 'time-too-late'; readonly field: string; readonly latest: Instant }
  | { readonly code: 'text-missing'; readonly field: string }
  | { readonly code: 'text-too-long'; readonly field: string; readonly limit: number; readonly length: number }
  | { readonly code: 'list-too-long'; readonly field: string; readonly limit: number; readonly length: number }
  | { readonly code: 'national-id-invalid'; readonly field: 'identity.number'; readonly wrong: NationalIdFault }
  /** Not a date, after today, or before 1850. */
  | { readonly code: 'birth-date-impossible'; readonly field: 'identity.birthDate' }
  /** The stated birth date is not the one that the number holds. */
  | { readonly code: 'birth-date-mismatch'; readonly field: 'identity.birthDate' }
  | { readonly code: 'departure-reason-missing'; readonly field: 'departureReason'; readonly suggested: Urgency }
  | { readonly code: 'urgency-missing'; readonly field: 'urgency' }
  | { readonly code: 'clinic-missing'; readonly field: 'clinicId'; readonly action: ActionClass }
  | { readonly code: 'referral-missing'; readonly field: 'referral' }
  /** The sender's new id is already used for another thing of the kind in this contact. */
  | { readonly code: 'already-exists'; readonly field: string }
  /** The id names no call, note, task, handover or page of this contact. */
  | { readonly code: 'unknown-reference'; readonly field: string }
  | { readonly code: 'task-already-done'; readonly field: 'taskId'; readonly by: string; readonly at: Instant }
  /** A handover's task is done by the receipt alone. */
  | { readonly code: 'handover-needs-receipt'; readonly field: 'taskId'; readonly handoverId: string }
  | { readonly code: 'handover-already-received'; readonly field: 'handoverId'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already-arrived'; readonly field: 'clinicId'; readonly clinicId: string; readonly since: Instant }
  | {
      readonly code: 'already-taken';
      readonly field?: undefined;
      readonly by: string;
      readonly as: 'nurse' | 'doctor';
      readonly since: Instant;
    }
  | { readonly code: 'not-taken'; readonly field?: undefined }
  | { readonly code: 'already-acknowledged'; readonly field?: undefined; readonly by: string; readonly at: Instant }
  | { readonly code: 'nothing-to-acknowledge'; readonly field?: undefined }
  /** The paging is not where this step belongs. */
  | { readonly code: 'paging-elsewhere'; readonly field?: undefined; readonly state: Paging['state'] }
  | { readonly code: 'already-paged'; readonly field?: undefined; readonly pageId: string }
  | { readonly code: 'page-still-waiting'; readonly field?: undefined; readonly answerBy: Instant }
  | { readonly code: 'action-missing'; readonly field: 'action' }
  | { readonly code: 'handover-open'; readonly field?: undefined; readonly handoverIds: readonly string[] }
  | { readonly code: 'red-not-acknowledged'; readonly field?: undefined; readonly state: Paging['state'] }
  | { readonly code: 'diagnosis-invalid'; readonly field: 'diagnosis' };

export type ContactRefusalCode = ContactRefusal['code'];

/** What is wrong with a national identity number. */
export type NationalIdFault = 'length' | 'checksum' | 'date';

/** Accepted with no events: what was asked for is already so. */
export type ContactDecision = Decision<ContactEvent, ContactRefusal>;
