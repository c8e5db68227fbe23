import type { ContactDetail } from '@vakthavende/contract/contact';
import type { ActionClass, Outcome, ReferralTarget } from '@vakthavende/core/contact';

/** How a contact that ended on the telephone is closed when nothing else is chosen; the rest is with a clinic, which closes it. */
const outcomeOfAction: Readonly<Record<ActionClass, Outcome | undefined>> = {
  nurseAdvice: 'advised',
  doctorTelephone: 'advised',
  doctorConsultation: undefined,
  otherConsultation: undefined,
  homeVisit: undefined,
  callOut: undefined,
  referred: 'referred',
  other: 'other',
};

const outcomeOfReferral: Partial<Readonly<Record<ReferralTarget, Outcome>>> = { hospital: 'admitted', municipalBed: 'municipalBed' };

export type Finish =
  | { readonly kind: 'close'; readonly outcome: Outcome }
  | { readonly kind: 'leave'; readonly because: 'clinic' | 'callback' | 'handover' | 'undecided' };

/** What «Lagre og …» does now: close the contact, or leave it open to whoever has it next. */
export function finishOf(contact: {
  readonly action?: ActionClass | undefined;
  readonly referral?: ReferralTarget | undefined;
  readonly chosen?: Outcome | undefined;
  readonly promisedCallback: boolean;
  readonly openHandover: boolean;
}): Finish {
  if (contact.chosen) return { kind: 'close', outcome: contact.chosen };
  if (contact.openHandover) return { kind: 'leave', because: 'handover' };
  if (contact.promisedCallback) return { kind: 'leave', because: 'callback' };
  if (!contact.action) return { kind: 'leave', because: 'undecided' };
  const outcome = (contact.referral && outcomeOfReferral[contact.referral]) ?? outcomeOfAction[contact.action];
  return outcome ? { kind: 'close', outcome } : { kind: 'leave', because: 'clinic' };
}

export function hasOpenCallback(detail: ContactDetail | undefined): boolean {
  return detail?.tasks.some((task) => task.kind === 'callback' && task.done === undefined) ?? false;
}

export function hasOpenHandover(detail: ContactDetail | undefined): boolean {
  return detail?.handovers.some((handover) => handover.received === undefined) ?? false;
}
