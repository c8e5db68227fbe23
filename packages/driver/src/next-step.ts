import { createHash } from 'node:crypto';
import type { ContactRow } from '@vakthavende/contract/contact';
import { minutes } from './evening-shape.ts';
import { clinicStaff, isPlayed } from './evening-staff.ts';
import type { Order, Story } from './story.ts';

/** What somebody does next with a contact, and when. */
export interface Step {
  /** The step's name in this contact. */
  readonly key: string;
  readonly by: string;
  /** Minutes until it is done, at the pace of the clock, from when the contact came to where it is. */
  readonly after: readonly [from: number, to: number];
  readonly order: Order;
  /** Minutes ago that it happened: written down late. */
  readonly happenedAgo?: number;
}

/**
 * The next step of a contact as it stands on the list, whoever brought it there: a person who tries may do any of them instead. `done` are
 * steps that the list does not show. Undefined: it is a person's, or nothing remains.
 */
export function nextStep(row: ContactRow, story: Story, done: ReadonlySet<string>): Step | undefined {
  if (!isPlayed(row.openedBy) || (row.takenBy !== undefined && !isPlayed(row.takenBy))) return undefined;
  switch (row.status) {
    case 'assessing':
      // The driver was stopped while the operator talked.
      return { key: 'cut off', by: row.openedBy, after: [20, 25], order: { type: 'close', outcome: 'noContact' } };
    case 'decided':
      return decided(row, story);
    case 'handingOver':
      return receipt(row);
    case 'callback':
      return callback(row, story, done);
    case 'expected':
      return expected(row, story);
    case 'waiting':
      return waiting(row);
    case 'withStaff':
      return row.takenAs === 'nurse' ? withNurse(row, story, done) : withDoctor(row, story, done);
    case 'closed':
      return remaining(row);
  }
}

function decided(row: ContactRow, story: Story): Step | undefined {
  if (row.action === 'homeVisit' || row.action === 'callOut')
    return { key: 'doctor goes', by: staffOf(row).doctor, after: [1, 4], order: { type: 'take', as: 'doctor' } };
  const outcome = row.action === 'referred' ? 'referred' : row.action === 'other' ? 'transported' : 'advised';
  return { key: 'close', by: row.openedBy, after: minutes.closing, order: closing(story, outcome) };
}

function receipt(row: ContactRow): Step | undefined {
  // A handover that waits for its receipt stands among the tasks under its own id.
  const open = row.openTasks.find((task) => task.kind === 'confirmHandover');
  if (!open) return undefined;
  const order: Order = { type: 'confirmHandover', handoverId: open.taskId, receivedBy: 'AMK-operatør Oppdiktsen' };
  return { key: 'receipt', by: row.openedBy, after: minutes.receipt, order };
}

function callback(row: ContactRow, story: Story, done: ReadonlySet<string>): Step | undefined {
  const task = row.openTasks.find(({ kind }) => kind === 'callback');
  if (!task) return undefined;
  const by = story.action === 'doctorTelephone' ? staffOf(row).doctor : row.openedBy;
  if (done.has('called back')) return { key: 'callback done', by, after: [0, 1], order: { type: 'completeTask', taskId: task.taskId } };
  const text = 'Oppdiktet: ringt tilbake. Bedre nå; har fått råd og ringer igjen ved behov.';
  return { key: 'called back', by, after: minutes.callback, order: note(row, 'called back', text) };
}

function expected(row: ContactRow, story: Story): Step | undefined {
  const { nurse } = staffOf(row);
  if (story.neverComes) return { key: 'never came', by: nurse, after: [100, 140], order: { type: 'close', outcome: 'leftBeforeSeen' } };
  return row.clinicId === undefined
    ? undefined
    : { key: 'arrive', by: nurse, after: minutes.toClinic, order: { type: 'arrive', clinicId: row.clinicId } };
}

function waiting(row: ContactRow): Step {
  const { nurse, doctor } = staffOf(row);
  if (row.urgencyAxis !== 'clinic')
    return { key: 'nurse takes', by: nurse, after: minutes.waitForNurse, order: { type: 'take', as: 'nurse' } };
  return { key: 'doctor takes', by: doctor, after: minutes.waitForDoctor, order: { type: 'take', as: 'doctor' } };
}

function withNurse(row: ContactRow, story: Story, done: ReadonlySet<string>): Step {
  const by = row.takenBy ?? staffOf(row).nurse;
  if (row.urgencyAxis !== 'clinic') {
    const order: Order = { type: 'setUrgency', axis: 'clinic', urgency: story.clinicUrgency, tool: 'none', criteria: [] };
    return { key: 'triage', by, after: minutes.nurse, order };
  }
  if (story.action !== 'otherConsultation') return { key: 'back to waiting', by, after: [0, 1], order: { type: 'returnToWaiting' } };
  if (!done.has('nurse note'))
    return { key: 'nurse note', by, after: [5, 10], order: note(row, 'nurse note', 'Oppdiktet: sår renset og bandasjert.') };
  return { key: 'close', by, after: minutes.closing, order: closing(story, 'home') };
}

function withDoctor(row: ContactRow, story: Story, done: ReadonlySet<string>): Step {
  const by = row.takenBy ?? staffOf(row).doctor;
  const away = row.action === 'homeVisit' || row.action === 'callOut';
  if (!done.has('doctor note')) {
    const text = 'Oppdiktet: undersøkt. Våken og klar, normal pust. Ingen tegn til alvorlig sykdom nå.';
    const after = away ? minutes.callOut : minutes.doctor;
    return { key: 'doctor note', by, after, order: note(row, 'doctor note', text), ...(story.lateNote ? { happenedAgo: 18 } : {}) };
  }
  if (story.letter && !done.has('letter')) {
    const order: Order = { type: 'addTask', taskId: idOf(row, 'letter'), kind: 'letterToGp', text: 'Oppdiktet: epikrise til fastlegen' };
    return { key: 'letter', by, after: [0, 1], order };
  }
  return { key: 'close', by, after: minutes.closing, order: closing(story, row.action === 'callOut' ? 'transported' : story.outcome) };
}

function remaining(row: ContactRow): Step | undefined {
  const task = row.openTasks[0];
  if (!task) return undefined;
  return {
    key: `task ${task.taskId}`,
    by: staffOf(row).doctor,
    after: minutes.letter,
    order: { type: 'completeTask', taskId: task.taskId },
  };
}

function closing({ diagnosis }: Story, outcome: Extract<Order, { type: 'close' }>['outcome']): Order {
  return { type: 'close', outcome, ...(diagnosis === undefined ? {} : { diagnosis }) };
}

function note(row: ContactRow, key: string, text: string): Order {
  return { type: 'writeNote', noteId: idOf(row, key), text };
}

/** The same thing in the same contact has the same id, also after the driver was started again: a version 8 UUID (RFC 9562). */
export function idOf({ contactId }: Pick<ContactRow, 'contactId'>, key: string): string {
  const hex = createHash('sha256').update(`${contactId} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function staffOf({ clinicId, centreId }: Pick<ContactRow, 'clinicId' | 'centreId'>) {
  const staff = clinicStaff[clinicId ?? (centreId === 'lvs-nordfjord' ? 'lv-nordfjord' : 'lv-forde')] ?? clinicStaff['lv-forde'];
  if (!staff) throw new Error('The clinic in Førde has staff');
  return staff;
}
