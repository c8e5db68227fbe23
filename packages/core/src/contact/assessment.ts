import { accept, refuse } from '../kernel/index.ts';
import type { UrgencySetting } from '../triage/index.ts';
import { inOrder } from './by-occurrence.ts';
import type { CommandOf } from './commands.ts';
import type { ContactEvent } from './events.ts';
import { answeredByDoctor } from './page-commands.ts';
import { pagingAfterUrgency } from './paging.ts';
import type { ContactDecision, ContactRefusal } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import type { ActionClass } from './terms.ts';
import { cleanOptional, cleanText, codesRefusal, firstRefusal, textRefusal, tooLong } from './written-text.ts';

/** Fewer characters are no reason. */
export const shortestDepartureReason = 3;

export function setUrgency(contact: OpenedContact, command: CommandOf<'setUrgency'>): ContactDecision {
  const { axis, urgency, tool, criteria, suggested } = command;
  const departureReason = cleanOptional(command.departureReason);
  const complaint = cleanOptional(command.complaint);
  const refusal = firstRefusal(
    departureRefusal(command, departureReason),
    tooLong('departureReason', departureReason, 'reason'),
    tooLong('complaint', complaint, 'short'),
    codesRefusal('criteria', criteria),
  );
  if (refusal) return refuse(refusal);
  const setting: UrgencySetting = { axis, urgency, tool, complaint, criteria: criteria.map(cleanText), suggested, departureReason };
  return accept<ContactEvent>({ type: 'urgencySet', ...setting }, ...answeredOnTheSpot(contact, command, setting));
}

/** Who departs from what the tool suggests says why. */
function departureRefusal(command: UrgencySetting, reason: string | undefined): ContactRefusal | undefined {
  const { suggested, urgency } = command;
  if (suggested === undefined || suggested === urgency || (reason ?? '').length >= shortestDepartureReason) return undefined;
  return { code: 'departure-reason-missing', field: 'departureReason', suggested };
}

/** A doctor who has the patient and finds them red need not be paged by themselves. */
function answeredOnTheSpot(contact: OpenedContact, command: CommandOf<'setUrgency'>, setting: UrgencySetting): readonly ContactEvent[] {
  const { takenBy } = contact;
  if (takenBy?.as !== 'doctor' || takenBy.staffId !== command.actor) return [];
  const stamped = { ...setting, at: command.occurredAt, recordedAt: command.now, by: command.actor };
  return answeredByDoctor(pagingAfterUrgency(contact, inOrder(contact.urgencySettings, stamped)), command.actor);
}

/** Actions that take place at, or go out from, a clinic. */
export const needsClinic: Readonly<Record<ActionClass, boolean>> = {
  nurseAdvice: false,
  doctorTelephone: false,
  doctorConsultation: true,
  otherConsultation: true,
  homeVisit: true,
  callOut: true,
  referred: false,
  other: false,
};

/** How urgent it is comes before what to do; where the EMC (AMK) asks, it has assessed already. */
export function decideAction(contact: OpenedContact, command: CommandOf<'decideAction'>): ContactDecision {
  const { action, clinicId, referral } = command;
  if (contact.urgencySettings.length === 0 && contact.channel !== 'emc') return refuse({ code: 'urgency-missing', field: 'urgency' });
  if (needsClinic[action] && clinicId === undefined) return refuse({ code: 'clinic-missing', field: 'clinicId', action });
  if (action === 'referred' && referral === undefined) return refuse({ code: 'referral-missing', field: 'referral' });
  return accept({ type: 'actionDecided', action, clinicId, referral });
}

/** Advice in words, or by the codes of a pack's texts. */
export function giveAdvice(_contact: OpenedContact, command: CommandOf<'giveAdvice'>): ContactDecision {
  const { text, adviceCodes } = command;
  const coded = adviceCodes.length > 0;
  const refusal = firstRefusal(
    codesRefusal('adviceCodes', adviceCodes),
    coded ? tooLong('text', text, 'long') : textRefusal('text', text, 'long'),
  );
  if (refusal) return refuse(refusal);
  return accept({ type: 'adviceGiven', text: cleanText(text), adviceCodes: adviceCodes.map(cleanText) });
}
