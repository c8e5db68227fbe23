import { randomUUID } from 'node:crypto';
import type { ContactOrderIn } from '@vakthavende/contract/contact';
import type { Random } from '../random.ts';
import { syntheticPerson } from '../synthetic-people.ts';

/** Where a contact of the benchmark is handled: an operator's session at a call centre, and the clinic that the patient is sent to. */
export interface Desk {
  readonly centreId: string;
  readonly clinicId: string;
  readonly place: string;
  readonly cookie: string;
}

export interface WholeContact {
  readonly contactId: string;
  readonly callId: string;
  readonly desk: Desk;
  readonly orders: readonly ContactOrderIn[];
}

/** Commands in one contact, from opened to closed. */
export const ordersInContact = 8;

/** An ordinary contact by telephone: every second gets advice, every second is sent to the clinic. Each order makes one event. */
export function wholeContact(random: Random, index: number, desk: Desk): WholeContact {
  const person = syntheticPerson(random, 1930 + (index % 90));
  const callId = `bench-${randomUUID()}`;
  const { clinicId, place, centreId } = desk;
  const told: readonly ContactOrderIn[] =
    index % 2 === 0
      ? [
          { type: 'decideAction', action: 'nurseAdvice' },
          { type: 'giveAdvice', text: adviceText, adviceCodes: [] },
        ]
      : [
          { type: 'decideAction', action: 'doctorConsultation', clinicId },
          { type: 'expectAtClinic', clinicId },
        ];
  const orders: readonly ContactOrderIn[] = [
    { type: 'openContact', centreId, channel: 'patientPhones', callId, place },
    { type: 'identifyPatient', identity: { kind: 'nationalId', number: person.nationalId, name: person.name } },
    { type: 'statePlace', place, detail: 'Prøveveien 1, ved Liksombutikken', clinicId },
    { type: 'stateReason', text: reasonText, complaint: 'magesmerter' },
    { type: 'setUrgency', axis: 'telephone', urgency: 'yellow', tool: 'none', criteria: [] },
    ...told,
    { type: 'close', outcome: index % 2 === 0 ? 'advised' : 'home', diagnosis: 'D01' },
  ];
  return { contactId: randomUUID(), callId, desk, orders };
}

const reasonText =
  'Oppdiktet: vondt i magen siden i går kveld, litt feber, har drukket lite. Ingen faste medisiner. Ringte fastlegen i dag, men fikk ikke time.';
const adviceText =
  'Oppdiktet: hvile, små mengder drikke ofte, smertestillende etter pakningsvedlegget. Ringe igjen ved høy feber, sterkere smerter eller oppkast.';
