import type { Instant } from '../kernel/index.ts';
import type { UrgencySetting } from '../triage/index.ts';
import type { Identity } from './identity.ts';
import type { ActionClass, Channel, Outcome, Party, ReferralTarget, TaskKind } from './terms.ts';

/**
 * What happens in the life of a contact. Times of occurrence, of recording, and the actor surround each event (`Recorded`).
 * `personId` names whose key seals the free text and identity of the events that follow.
 */
export type ContactEvent =
  | {
      readonly type: 'contactOpened';
      readonly contactId: string;
      readonly centreId: string;
      readonly channel: Channel;
      readonly personId: string;
      readonly callId?: string | undefined;
      readonly place?: string | undefined;
    }
  | { readonly type: 'channelCorrected'; readonly channel: Channel }
  | { readonly type: 'callLinked'; readonly callId: string }
  | { readonly type: 'callUnlinked'; readonly callId: string }
  /** The caller when it is not the patient, or the number to reach somebody at. */
  | {
      readonly type: 'callerStated';
      readonly name?: string | undefined;
      readonly relation?: string | undefined;
      readonly number?: string | undefined;
    }
  | { readonly type: 'patientIdentified'; readonly personId: string; readonly identity: Identity }
  /** Where the patient is now: decides who serves. */
  | { readonly type: 'placeStated'; readonly place: string; readonly detail?: string | undefined; readonly clinicId?: string | undefined }
  | { readonly type: 'reasonStated'; readonly text: string; readonly complaint?: string | undefined }
  | ({ readonly type: 'urgencySet' } & UrgencySetting)
  | {
      readonly type: 'actionDecided';
      readonly action: ActionClass;
      readonly clinicId?: string | undefined;
      readonly referral?: ReferralTarget | undefined;
    }
  | { readonly type: 'adviceGiven'; readonly text: string; readonly adviceCodes: readonly string[] }
  | { readonly type: 'clinicExpected'; readonly clinicId: string; readonly expectedAt?: Instant | undefined }
  | { readonly type: 'callbackPromised'; readonly taskId: string; readonly by: Instant; readonly number?: string | undefined }
  | { readonly type: 'conferenceHeld'; readonly conferenceId: string; readonly party: Party }
  /** Responsibility offered to another: open until they have received it. */
  | { readonly type: 'handoverOffered'; readonly handoverId: string; readonly party: Party }
  | { readonly type: 'handoverReceived'; readonly handoverId: string; readonly receivedBy: string }
  | { readonly type: 'arrived'; readonly clinicId: string }
  | { readonly type: 'taken'; readonly staffId: string; readonly as: 'nurse' | 'doctor' }
  | { readonly type: 'handedOver'; readonly toStaffId: string; readonly as?: 'nurse' | 'doctor' | undefined }
  | { readonly type: 'returnedToWaiting' }
  /** Signed by the actor. A correction is a new note that names the one it corrects; nothing is overwritten. */
  | { readonly type: 'noteWritten'; readonly noteId: string; readonly text: string; readonly corrects?: string | undefined }
  | {
      readonly type: 'taskAdded';
      readonly taskId: string;
      readonly kind: TaskKind;
      readonly text: string;
      readonly due?: Instant | undefined;
    }
  | { readonly type: 'taskDone'; readonly taskId: string }
  | {
      readonly type: 'pageSent';
      readonly pageId: string;
      readonly level: PageLevel;
      readonly staffId: string;
      readonly to: PageTarget;
      /** Where that person is on duty: its screens alarm too. */
      readonly unit?: string | undefined;
      readonly answerBy: Instant;
    }
  | { readonly type: 'pageDelivered'; readonly pageId: string }
  | { readonly type: 'pageFailed'; readonly pageId: string; readonly reason: string }
  | { readonly type: 'pageAcknowledged'; readonly staffId: string; readonly pageId?: string | undefined }
  | { readonly type: 'pageEscalated'; readonly from: PageLevel; readonly reason: 'noAnswer' | 'nobodyOnDuty' | 'failed' }
  /** Nobody acknowledged: the operator is told to confer with the EMC (AMK). */
  | { readonly type: 'emcConferenceAdvised' }
  | { readonly type: 'contactClosed'; readonly outcome: Outcome; readonly responsible: string; readonly diagnosis?: string | undefined }
  | { readonly type: 'contactReopened'; readonly reason: string };

export type ContactEventType = ContactEvent['type'];

/** Primary first, then backup (domain text, roster). */
export type PageLevel = 'primary' | 'backup';

export interface PageTarget {
  readonly channel: 'sms' | 'voice' | 'demo';
  readonly address: string;
}

/** The parts of events that are identity or free text: sealed with the person's key before they are stored. */
export const sealedContactFields = {
  callerStated: ['name', 'relation', 'number'],
  patientIdentified: ['identity'],
  placeStated: ['detail'],
  reasonStated: ['text'],
  urgencySet: ['departureReason'],
  adviceGiven: ['text'],
  callbackPromised: ['number'],
  noteWritten: ['text'],
  taskAdded: ['text'],
  // A name of somebody, written by hand.
  conferenceHeld: ['party.name'],
  handoverOffered: ['party.name'],
  handoverReceived: ['receivedBy'],
  contactReopened: ['reason'],
} as const satisfies Partial<Record<ContactEventType, readonly string[]>>;
