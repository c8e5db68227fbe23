import type { postContactCommand } from '@vakthavende/contract/contact';
import type { ActionClass, Channel, Outcome } from '@vakthavende/core/contact';
import { type Complaint, type Criterion, type Pack, type Suggestion, suggest, type Urgency } from '@vakthavende/core/triage';
import type { InputTo } from './api.ts';
import * as shape from './evening-shape.ts';
import { chance, pick, type Random, weighted, whole } from './random.ts';
import { syntheticPerson } from './synthetic-people.ts';

/** As it is sent: instants are texts on the wire. */
export type Order = InputTo<typeof postContactCommand>['body']['order'];

/** What one contact is about. Told from its id alone, so that a driver that was started again goes on with the same. */
export interface Story {
  readonly identity: Extract<Order, { type: 'identifyPatient' }>['identity'];
  readonly channel: Channel;
  readonly reason: string;
  readonly complaint: string;
  readonly urgencyOrder: Order;
  readonly urgency: Urgency;
  readonly clinicUrgency: Urgency;
  readonly action: ActionClass;
  readonly suggestion: Suggestion;
  readonly outcome: Outcome;
  readonly diagnosis: string | undefined;
  readonly goesToEmc: boolean;
  readonly callsBack: boolean;
  readonly neverComes: boolean;
  readonly lateNote: boolean;
  readonly letter: boolean;
}

export function tellStory(
  random: Random,
  from: { readonly pack: Pack; readonly diagnoses: ReadonlySet<string>; readonly year: number },
): Story {
  const wanted = weighted(random.split('urgency'), shape.urgencies);
  const { complaint, vital, criteria } = findings(random.split('findings'), from.pack, wanted);
  const suggested = suggest(from.pack, { vital, complaint: complaint.id, criteria });
  if (!suggested.suggested) throw new Error(`The pack has nothing to say of ${complaint.id}`);
  const { suggestion } = suggested;
  const departs = suggestion.urgency === 'green' && chance(random.split('departure'), shape.nowAndThen.departure * 2);
  const urgency = departs ? 'yellow' : suggestion.urgency;
  const action = weighted(random.split('action'), shape.actions[urgency]);
  const may = (what: keyof typeof shape.nowAndThen) => chance(random.split(what), shape.nowAndThen[what]);
  const diagnosis = diagnosisOf[complaint.id];
  const channel = weighted(random.split('channel'), shape.channels);
  return {
    identity: identityOf(random.split('identity'), from.year),
    channel,
    reason: `Oppdiktet: ${pick(random.split('who'), callers[channel])} om ${complaint.title.toLowerCase()}. ${foundText(from.pack, complaint, { vital, criteria })}`,
    complaint: complaint.id,
    urgencyOrder: {
      type: 'setUrgency',
      axis: 'telephone',
      urgency,
      tool: { pack: from.pack.id, version: from.pack.version },
      complaint: complaint.id,
      criteria: [...vital, ...criteria],
      suggested: suggestion.urgency,
      ...(departs ? { departureReason: 'Oppdiktet: bor alene og har ringt flere ganger' } : {}),
    },
    urgency,
    clinicUrgency: chance(random.split('clinic'), 0.85) ? urgency : 'yellow',
    action,
    suggestion,
    outcome: weighted(random.split('outcome'), shape.outcomesAfterDoctor),
    diagnosis: diagnosis !== undefined && from.diagnoses.has(diagnosis) ? diagnosis : undefined,
    goesToEmc: action === 'other',
    callsBack: action === 'nurseAdvice' && may('callback'),
    neverComes: may('neverComes'),
    lateNote: may('lateNote'),
    letter: may('letter'),
  };
}

const callers: Readonly<Record<Channel, readonly string[]>> = {
  patientPhones: ['pasienten ringer selv'],
  nextOfKinPhones: ['mor ringer', 'far ringer', 'ektefelle ringer', 'datter ringer'],
  healthPersonnelPhones: ['hjemmesykepleien ringer', 'sykehjemmet ringer'],
  directAttendance: ['kom inn døren'],
  emc: ['AMK ringer'],
  other: ['politiet ringer', 'nabo ringer'],
};

/** Codes of the demonstration's list by complaint of the demonstration's pack; one that the loaded list lacks is left out. */
const diagnosisOf: Readonly<Record<string, string>> = {
  brystsmerter: 'K01',
  'tung-pust': 'R02',
  'feber-barn': 'A03',
  magesmerter: 'D01',
  hodepine: 'N01',
  skade: 'L81',
  allergi: 'A92',
  ryggsmerter: 'L02',
  vannlating: 'U71',
  utslett: 'S06',
  psykisk: 'P01',
  'sar-hals': 'R21',
  medisin: 'A13',
};

interface Found {
  readonly complaint: Complaint;
  readonly vital: readonly string[];
  readonly criteria: readonly string[];
}

/** What is present when the pack is to suggest this urgency: one criterion that says so, or none where the complaint says so by itself. */
function findings(random: Random, pack: Pack, wanted: Urgency): Found {
  const asUrgent = (criteria: readonly Criterion[]) => criteria.filter((criterion) => criterion.urgency === wanted);
  if (wanted === 'red' && chance(random, 0.3))
    return { complaint: pick(random, pack.complaints), vital: [pick(random, pack.vitalQuestions).id], criteria: [] };
  const itself = (complaint: Complaint) => wanted === 'green' && complaint.otherwise.urgency === 'green';
  const complaint = pick(
    random,
    pack.complaints.filter((each) => itself(each) || asUrgent(each.criteria).length > 0),
  );
  return { complaint, vital: [], criteria: itself(complaint) ? [] : [pick(random, asUrgent(complaint.criteria)).id] };
}

function foundText(pack: Pack, complaint: Complaint, found: Omit<Found, 'complaint'>): string {
  const present = [...found.vital, ...found.criteria];
  const texts = [...pack.vitalQuestions, ...complaint.criteria].filter(({ id }) => present.includes(id)).map(({ text }) => text);
  return texts.length === 0 ? 'Ellers i form.' : `${texts.join('. ')}.`;
}

function identityOf(random: Random, year: number): Story['identity'] {
  const [youngest = 0, oldest = 0] = weighted(random, shape.ages).split('-').map(Number);
  const born = year - 1 - whole(random, youngest, oldest + 1);
  const { name, nationalId } = syntheticPerson(random, born);
  switch (weighted(random, shape.identities)) {
    case 'nationalId':
      return { kind: 'nationalId', number: nationalId, name };
    case 'nameAndBirth':
      return { kind: 'nameAndBirth', name, birthDate: `${born}-06-15` };
    case 'foreign':
      return { kind: 'foreign', name, country: 'Liksomland' };
    case 'unknown':
      return { kind: 'unknown', description: 'Oppdiktet: voksen, funnet ved kaia' };
  }
}
