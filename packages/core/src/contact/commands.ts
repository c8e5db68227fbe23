import type { Envelope, Instant } from '../kernel/index.ts';
import type { UrgencySetting } from '../triage/index.ts';
import type { PageLevel, PageTarget } from './events.ts';
import type { Identity } from './identity.ts';
import type { ActionClass, Channel, Outcome, Party, ReferralTarget, TaskKind } from './terms.ts';

/** What a person or a part of the system asks for. Imperative; the answer is events or a refusal. */
export type ContactOrder =
  | {
      readonly type: 'openContact';
      readonly contactId: string;
      readonly centreId: string;
      readonly channel: Channel;
      readonly personId: string;
      readonly callId?: string | undefined;
      readonly place?: string | undefined;
    }
  | { readonly type: 'correctChannel'; readonly channel: Channel }
  | { readonly type: 'linkCall'; readonly callId: string }
  | { readonly type: 'unlinkCall'; readonly callId: string }
  | {
      readonly type: 'stateCaller';
      readonly name?: string | undefined;
      readonly relation?: string | undefined;
      readonly number?: string | undefined;
    }
  | { readonly type: 'identifyPatient'; readonly personId: string; readonly identity: Identity }
  | { readonly type: 'statePlace'; readonly place: string; readonly detail?: string | undefined; readonly clinicId?: string | undefined }
  | { readonly type: 'stateReason'; readonly text: string; readonly complaint?: string | undefined }
  | ({ readonly type: 'setUrgency' } & UrgencySetting)
  | {
      readonly type: 'decideAction';
      readonly action: ActionClass;
      readonly clinicId?: string | undefined;
      readonly referral?: ReferralTarget | undefined;
    }
  | { readonly type: 'giveAdvice'; readonly text: string; readonly adviceCodes: readonly string[] }
  | { readonly type: 'expectAtClinic'; readonly clinicId: string; readonly expectedAt?: Instant | undefined }
  | { readonly type: 'promiseCallback'; readonly taskId: string; readonly by: Instant; readonly number?: string | undefined }
  | { readonly type: 'holdConference'; readonly conferenceId: string; readonly party: Party }
  | { readonly type: 'offerHandover'; readonly handoverId: string; readonly party: Party }
  | { readonly type: 'confirmHandover'; readonly handoverId: string; readonly receivedBy: string }
  | { readonly type: 'arrive'; readonly clinicId: string }
  | { readonly type: 'take'; readonly as: 'nurse' | 'doctor' }
  | { readonly type: 'handOver'; readonly toStaffId: string; readonly as?: 'nurse' | 'doctor' | undefined }
  | { readonly type: 'returnToWaiting' }
  | { readonly type: 'writeNote'; readonly noteId: string; readonly text: string; readonly corrects?: string | undefined }
  | {
      readonly type: 'addTask';
      readonly taskId: string;
      readonly kind: TaskKind;
      readonly text: string;
      readonly due?: Instant | undefined;
    }
  | { readonly type: 'completeTask'; readonly taskId: string }
  | {
      readonly type: 'sendPage';
      readonly pageId: string;
      readonly level: PageLevel;
      readonly staffId: string;
      readonly to: PageTarget;
      readonly unit?: string | undefined;
      readonly answerBy: Instant;
    }
  | { readonly type: 'reportPage'; readonly pageId: string; readonly delivered: boolean; readonly reason?: string | undefined }
  | { readonly type: 'acknowledge'; readonly pageId?: string | undefined }
  | { readonly type: 'escalatePage'; readonly from: PageLevel; readonly reason: 'noAnswer' | 'nobodyOnDuty' | 'failed' }
  | { readonly type: 'adviseEmcConference' }
  | { readonly type: 'close'; readonly outcome: Outcome; readonly diagnosis?: string | undefined }
  | { readonly type: 'reopen'; readonly reason: string };

export type ContactCommand = ContactOrder &
  Envelope & {
    /** The sequence that the sender had seen. Missing: the command adds, and cannot overwrite what it has not seen. */
    readonly seen?: number | undefined;
  };

/** One kind of command with its envelope. */
export type CommandOf<Type extends ContactOrder['type']> = Extract<ContactOrder, { readonly type: Type }> &
  Envelope & { readonly seen?: number | undefined };
