import type { ContactDetail } from '@vakthavende/contract/contact';

/** What one can do with a contact in the clinic, in the order of the bar. */
export const stepIds = [
  'acknowledge',
  'arrive',
  'take',
  'triage',
  'note',
  'action',
  'task',
  'advice',
  'handOver',
  'wait',
  'party',
  'identify',
  'reason',
  'close',
  'reopen',
] as const;
export type StepId = (typeof stepIds)[number];

/** Steps that are one press: the others open a form. */
export const instantSteps = ['acknowledge', 'arrive', 'take', 'wait'] as const satisfies readonly StepId[];
export type InstantStep = (typeof instantSteps)[number];

export function isInstant(step: StepId): step is InstantStep {
  return (instantSteps as readonly StepId[]).includes(step);
}

/** One letter each, shown on the button. While one writes, with Alt. What cannot be taken back always with Alt. */
export const stepKeys: Readonly<Record<StepId, string>> = {
  acknowledge: 'Alt+k',
  arrive: 'm',
  take: 't',
  triage: 'h',
  note: 'n',
  action: 'l',
  task: 'o',
  advice: 'd',
  handOver: 'v',
  wait: 'b',
  party: 'c',
  identify: 'p',
  reason: 'g',
  close: 'a',
  reopen: 'j',
};

export interface Asking {
  /** The clinic of the board. */
  readonly unit: string;
  /** May receive, triage and treat there. */
  readonly treats: boolean;
  /** Answers for red contacts. */
  readonly answersForRed: boolean;
}

/** What makes sense now, to show no button that would only be refused. The server decides by core's rules, and its refusals are shown. */
export function stepsFor(
  contact: Pick<ContactDetail, 'closedAt' | 'paging' | 'arrivedAt' | 'clinicId' | 'takenBy'>,
  asking: Asking,
): readonly StepId[] {
  return stepIds.filter((step) => makesSense(step, contact, asking));
}

type Asked = Parameters<typeof stepsFor>[0];

function makesSense(step: StepId, contact: Asked, { unit, treats, answersForRed }: Asking): boolean {
  if (contact.closedAt !== undefined) return step === 'note' || step === 'task' || step === 'reopen';
  switch (step) {
    case 'acknowledge':
      return answersForRed && ['due', 'waiting', 'exhausted'].includes(contact.paging.state);
    case 'arrive':
      return contact.arrivedAt === undefined || contact.clinicId !== unit;
    case 'take':
      return treats && contact.takenBy === undefined;
    // From another it is a handover, also to oneself: nobody is taken by a click.
    case 'handOver':
    case 'wait':
      return treats && contact.takenBy !== undefined;
    case 'triage':
      return treats;
    case 'reopen':
      return false;
    default:
      return true;
  }
}

const byPlace: Readonly<Record<string, StepId>> = { who: 'identify', receipt: 'party' };

/** The step that a slot of the outbox belongs to: `note:6f…` is the note that corrects another. Undefined for what is no step of the bar. */
export function stepOfSlot(slot: string): StepId | undefined {
  const place = slot.split(':')[0] ?? '';
  return byPlace[place] ?? stepIds.find((step) => step === place);
}
