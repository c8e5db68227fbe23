import {
  type Contact,
  type ContactEvent,
  contactUnits,
  currentUrgency,
  evolveContact,
  type Identity,
  initialContact,
  nextLook,
  type OpenedContact,
  sealedContactFields,
} from '@vakthavende/core/contact';
import type { Change, Projection, StreamKind } from '../platform/journal.ts';
import type { Sealer } from '../platform/seal.ts';
import { nationalNumber } from '../telephony/index.ts';

export const contactStream = (contactId: string) => `contact:${contactId}`;
export const rowPlace = (contactId: string) => `contact:${contactId} row`;

/** What of a row is identity or free text. */
export interface SealedRow {
  readonly patient?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly reason?: string | undefined;
  readonly tasks: Readonly<Record<string, string>>;
}

export type PlainRow = ReturnType<typeof plainRow>;

/** `alsoKept` are read models of later contexts. */
export function contactKind(alsoKept: readonly Projection<Contact>[]): StreamKind<Contact, ContactEvent> {
  return {
    name: 'contact',
    initial: () => initialContact,
    evolve: evolveContact,
    sealed: sealedContactFields,
    erased: (type, field) =>
      type === 'patientIdentified' && field === 'identity' ? ({ kind: 'unknown', description: erasedText } satisfies Identity) : erasedText,
    subjectOf: (after, event) => (event.type === 'patientIdentified' ? event.personId : opened(after).personId),
    unitsOf: contactUnits,
    version: 1,
    // Version 1 is the only one so far: what the journal holds is what this code wrote.
    upcast: (type, _version, data) => ({ type, ...data }) as ContactEvent,
    projections: [rowProjection, ...alsoKept],
  };
}

export const erasedText = '[slettet]';

const rowProjection: Projection<Contact> = {
  sql: (
    rows,
  ) => `insert into contact.row (contact_id, sequence, units, status, active, opened_at, closed_at, page_at, search, plain, sealed, subject)
    select contact_id, sequence, units, status, active, opened_at, closed_at, page_at, search, plain, sealed, subject
    from jsonb_to_recordset(${rows}::jsonb) as x(contact_id text, sequence int, units text[], status text, active boolean, opened_at timestamptz,
      closed_at timestamptz, page_at timestamptz, search text[], plain jsonb, sealed text, subject text)
    on conflict (contact_id) do update set sequence = excluded.sequence, units = excluded.units, status = excluded.status, active = excluded.active,
      opened_at = excluded.opened_at, closed_at = excluded.closed_at, page_at = excluded.page_at, search = excluded.search,
      plain = excluded.plain, sealed = excluded.sealed, subject = excluded.subject`,
  rows: (change) => (change.after.status === 'none' ? [] : [row(change, change.after)]),
};

function row(change: Change<Contact>, contact: OpenedContact) {
  const look = nextLook(contact);
  return {
    contact_id: contact.contactId,
    sequence: contact.sequence,
    units: contactUnits(contact),
    status: contact.status,
    active: contact.status !== 'closed' || contact.tasks.some((task) => !task.done),
    opened_at: iso(contact.opened.at),
    closed_at: contact.closed ? iso(contact.closed.recordedAt) : null,
    page_at: look === undefined ? null : iso(look),
    search: searchHashes(change.hash, contact),
    plain: plainRow(contact),
    sealed: change.seal(contact.personId, sealedRow(contact), rowPlace(contact.contactId)),
    subject: contact.personId,
  };
}

function plainRow(contact: OpenedContact) {
  const urgency = currentUrgency(contact);
  const { paging, takenBy } = contact;
  return {
    centreId: contact.centreId,
    clinicId: contact.clinicId,
    channel: contact.channel,
    openedAt: contact.opened.at,
    openedBy: contact.opened.by,
    identified: contact.identity.kind !== 'unknown',
    complaint: contact.complaint,
    place: contact.place,
    urgency: urgency?.urgency,
    urgencyAxis: urgency?.axis,
    urgencySince: urgency?.at,
    action: contact.actions.at(-1)?.action,
    expectedAt: contact.expectedAt,
    arrivedAt: contact.arrivedAt,
    takenBy: takenBy?.staffId,
    takenAs: takenBy?.as,
    takenSince: takenBy?.since,
    closedAt: contact.closed?.at,
    outcome: contact.closed?.outcome,
    openTasks: contact.tasks.filter((task) => !task.done).map(({ taskId, kind, due }) => ({ taskId, kind, due })),
    paging: {
      state: paging.state,
      level: 'level' in paging ? paging.level : undefined,
      since: 'since' in paging ? paging.since : undefined,
      answerBy: 'answerBy' in paging ? paging.answerBy : undefined,
      acknowledgedBy: 'staffId' in paging ? paging.staffId : undefined,
      at: 'at' in paging ? paging.at : undefined,
    },
    callIds: contact.callIds,
  };
}

function sealedRow(contact: OpenedContact): SealedRow {
  const { identity } = contact;
  return {
    patient: identity.kind === 'unknown' ? identity.description : identity.name,
    birthDate: 'birthDate' in identity ? identity.birthDate : undefined,
    reason: contact.reason,
    tasks: Object.fromEntries(contact.tasks.filter((task) => !task.done).map((task) => [task.taskId, task.text])),
  };
}

function searchHashes(hash: Sealer['hash'], contact: OpenedContact): readonly string[] {
  const { identity, caller } = contact;
  const name = identity.kind === 'unknown' ? undefined : identity.name;
  return [
    ...(identity.kind === 'nationalId' ? [hash('nationalId', identity.number)] : []),
    ...(caller?.number === undefined ? [] : [hash('phone', nationalNumber(caller.number))]),
    ...(name === undefined ? [] : [hash('name', searchName(name))]),
    ...(name !== undefined && 'birthDate' in identity && identity.birthDate !== undefined
      ? [hash('name', `${searchName(name)} ${identity.birthDate}`)]
      : []),
  ];
}

/** As names are compared: small letters, single spaces. */
export function searchName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

export function opened(contact: Contact): OpenedContact {
  // Core accepts nothing before the contact is opened, so every event but the first has an opened state, and the first makes one.
  if (contact.status === 'none') throw new Error('An event on a contact that was never opened');
  return contact;
}

const iso = (at: number) => new Date(at).toISOString();
