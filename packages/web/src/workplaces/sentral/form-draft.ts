import type { ActionClass, Outcome, ReferralTarget } from '@vakthavende/core/contact';
import type { Instant } from '@vakthavende/core/kernel';
import type { Urgency } from '@vakthavende/core/triage';
import type { Assessment } from '../../triage/index.ts';

/** A clock time as typed, and as it was read when it was typed. */
export interface TypedClock {
  readonly text: string;
  readonly at?: Instant | undefined;
}

/** Everything written in the form and not yet sent. A field that is absent shows what the contact holds. */
export interface FormDraft {
  readonly who?: string | undefined;
  readonly reason?: string | undefined;
  readonly callerName?: string | undefined;
  readonly callerRelation?: string | undefined;
  readonly assessment?: Assessment | undefined;
  /** Chosen against the suggestion: waits for its reason. */
  readonly departing?: Urgency | undefined;
  readonly departure?: string | undefined;
  /** Chosen, and waits for the clinic or the receiver that it needs. */
  readonly action?: ActionClass | undefined;
  readonly referral?: ReferralTarget | undefined;
  readonly expected?: TypedClock | undefined;
  readonly adviceCodes?: readonly string[] | undefined;
  readonly advice?: string | undefined;
  /** The further step that is open. */
  readonly more?: MoreStep | undefined;
  readonly callback?: TypedClock | undefined;
  readonly callbackNumber?: string | undefined;
  readonly partyName?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** Late entry: holds for every step until emptied. */
  readonly occurred?: TypedClock | undefined;
  /** The sequence on screen when each field began to be written. */
  readonly seen: Readonly<Record<string, number>>;
}

export const moreSteps = ['callback', 'confer', 'handover', 'note'] as const;
export type MoreStep = (typeof moreSteps)[number];

export const emptyDraft: FormDraft = { seen: {} };

/** Writes a field, and remembers how far the contact had come when the writing began. */
export function edited(draft: FormDraft, patch: Partial<FormDraft>, sequence: number | undefined): FormDraft {
  const seen = { ...draft.seen };
  for (const field of Object.keys(patch)) {
    if (patch[field as keyof FormDraft] === undefined) delete seen[field];
    else if (sequence !== undefined) seen[field] ??= sequence;
  }
  return { ...draft, ...patch, seen };
}

/** Whether anything written would be lost with the draft. The assessment alone is only how a setting was reached. */
export function holdsWriting(draft: FormDraft): boolean {
  const { seen: _, assessment: __, more: ___, occurred: ____, ...written } = draft;
  return Object.values(written).some((value) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0));
}
