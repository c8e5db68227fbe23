import { randomUUID } from 'node:crypto';
import type { Instant } from '@vakthavende/core/kernel';
import { type Answer, order, type Person } from '../http/house.ts';

/** Who works this evening. */
export interface Staff {
  readonly oda: Person;
  readonly nora: Person;
  readonly dina: Person;
}

/** A contact as it was registered: each answer acknowledged. */
export interface Registered {
  readonly contactId: string;
  readonly acknowledged: number;
}

type Step = (person: Person, given: object) => Promise<void>;

/** Registers a contact for a call, step by step over HTTP, each having seen what the one before answered. */
async function registering(
  centre: { readonly person: Person; readonly centreId: string; readonly callId: string },
  story: (step: Step) => Promise<void>,
): Promise<Registered> {
  const contactId = randomUUID();
  let seen = 0;
  const step: Step = async (person, given) => {
    const answer: Answer = await order(person, contactId, given, { seen });
    if (answer.status !== 200) throw new Error(`${JSON.stringify(given)}: ${answer.text}`);
    seen = answer.body.sequence;
  };
  const { person, centreId, callId } = centre;
  await step(person, { type: 'openContact', centreId, channel: 'patientPhones', callId, place: '4647' });
  await story(step);
  return { contactId, acknowledged: seen };
}

const urgency = (level: string) => ({ type: 'setUrgency', axis: 'telephone', urgency: level, tool: 'none', criteria: [] });
const name = (called: string) => ({ type: 'identifyPatient', identity: { kind: 'nameAndBirth', name: called } });

/** What the operators do when these calls are answered, by call id. */
export const registrations: Readonly<Record<string, (staff: Staff, now: () => Instant) => Promise<Registered>>> = {
  // Advice from the nurse, and done.
  'evening-01': ({ oda }) =>
    registering({ person: oda, centreId: 'lvs-forde', callId: 'evening-01' }, async (step) => {
      await step(oda, name('Prøve Prøvesen'));
      await step(oda, { type: 'stateReason', text: 'feber hos barn' });
      await step(oda, urgency('green'));
      await step(oda, { type: 'decideAction', action: 'nurseAdvice' });
      await step(oda, { type: 'giveAdvice', text: 'drikke og hvile', adviceCodes: [] });
      await step(oda, { type: 'close', outcome: 'advised' });
    }),
  // Comes to the clinic, is seen by the doctor, goes home.
  'evening-02': ({ oda, dina }, now) =>
    registering({ person: oda, centreId: 'lvs-forde', callId: 'evening-02' }, async (step) => {
      await step(oda, { type: 'stateReason', text: 'magesmerter' });
      await step(oda, urgency('yellow'));
      await step(oda, { type: 'decideAction', action: 'doctorConsultation', clinicId: 'lv-forde' });
      await step(oda, { type: 'expectAtClinic', clinicId: 'lv-forde', expectedAt: new Date(now() + 1_800_000).toISOString() });
      await step(dina, { type: 'arrive', clinicId: 'lv-forde' });
      await step(dina, { type: 'take', as: 'doctor' });
      await step(dina, { type: 'writeNote', noteId: randomUUID(), text: 'undersøkt' });
      await step(dina, { type: 'close', outcome: 'home' });
    }),
  'evening-03': ({ nora }) =>
    registering({ person: nora, centreId: 'lvs-nordfjord', callId: 'evening-03' }, async (step) => {
      await step(nora, urgency('green'));
      await step(nora, { type: 'decideAction', action: 'nurseAdvice' });
      await step(nora, { type: 'close', outcome: 'advised' });
    }),
  // Red: handed over to AMK, who receive it.
  'evening-05': ({ oda }) =>
    registering({ person: oda, centreId: 'lvs-forde', callId: 'evening-05' }, async (step) => {
      const handoverId = randomUUID();
      await step(oda, urgency('red'));
      await step(oda, { type: 'offerHandover', handoverId, party: { kind: 'emc', unit: 'emc-forde', name: 'AMK Førde' } });
      await step(oda, { type: 'confirmHandover', handoverId, receivedBy: 'AMK' });
      await step(oda, { type: 'decideAction', action: 'callOut', clinicId: 'lv-forde' });
    }),
  // The redial of 8: both calls belong to the contact.
  'evening-09': ({ oda }) =>
    registering({ person: oda, centreId: 'lvs-forde', callId: 'evening-09' }, async (step) => {
      await step(oda, { type: 'linkCall', callId: 'evening-08' });
      await step(oda, urgency('green'));
      await step(oda, { type: 'decideAction', action: 'referred', referral: 'gpNextWorkingDay' });
      await step(oda, { type: 'close', outcome: 'referred' });
    }),
};

/** Worked by hand from the stories above. National, and what each unit has had to do with. */
export const expectedContacts = {
  national: {
    opened: 5,
    closed: 5,
    firstUrgency: { red: 1, yellow: 1, green: 3 },
    firstAction: { nurseAdvice: 2, doctorConsultation: 1, callOut: 1, referred: 1 },
  },
  'lvs-forde': {
    opened: 4,
    closed: 4,
    firstUrgency: { red: 1, yellow: 1, green: 2 },
    firstAction: { nurseAdvice: 1, doctorConsultation: 1, callOut: 1, referred: 1 },
  },
  'lvs-nordfjord': { opened: 1, closed: 1, firstUrgency: { green: 1 }, firstAction: { nurseAdvice: 1 } },
  // 2 came there; 5 is to be met by its doctor.
  'lv-forde': { opened: 2, closed: 2, firstUrgency: { red: 1, yellow: 1 }, firstAction: { doctorConsultation: 1, callOut: 1 } },
} as const;
