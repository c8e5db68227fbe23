import {
  type ContactDetail,
  getAccessLog,
  getContact,
  getContacts,
  openForPurpose,
  postContactCommand,
  postEmergencyAccess,
  searchContacts,
} from '@vakthavende/contract/contact';
import { getDiagnoses } from '@vakthavende/contract/triage';
import { type Contact, contactUnits, type OpenedContact } from '@vakthavende/core/contact';
import { can, type Staff } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../platform/problems.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import { contactsOfCaller, nationalNumber } from '../telephony/index.ts';
import { accessLog, hasOpenedLately, logAccess, logSearch } from './access-log.ts';
import { type CommandDeps, orderStep } from './commands.ts';
import { contactStream, searchName } from './contact-stream.ts';
import { allowOnContact, hasEmergencyAccess, openDoor } from './relation.ts';
import { foundRows, type StoredRow, toContactRow, toDetail, unitRows } from './views.ts';

export interface ContactDeps extends CommandDeps {
  readonly authenticate: Authenticate;
}

export function contactRoutes(app: FastifyInstance, deps: ContactDeps): void {
  serve(app, postContactCommand, async ({ params, body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    return orderStep(deps, staff, { contactId: params.contactId, command: body });
  });

  serve(app, getContacts, async ({ query, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    const identity = can(staff, 'seeBoard', [query.unit]);
    if (!identity) allow(staff, 'seeFigureRows', [query.unit]);
    const now = deps.clock();
    const [rows, names] = await Promise.all([unitRows(deps.pool, query.unit, now), deps.names()]);
    return { now, rows: rows.map((row) => toContactRow(row, { sealer: deps.sealer, names, identity })) };
  });

  serve(app, getContact, async ({ params, query, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    return inFull(deps, params.contactId, (contact) => openToTreat(deps, staff, { contact, again: query.opened === 'yes' }));
  });

  serve(app, openForPurpose, async ({ params, body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    return inFull(deps, params.contactId, (contact) => openWithPurpose(deps, staff, { contact, ...body }));
  });

  serve(app, searchContacts, async ({ body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'readContact', [body.unit]);
    const { hash } = deps.sealer;
    const phone = body.callerNumber === undefined ? undefined : hash('phone', nationalNumber(body.callerNumber));
    const hashes = [
      ...(phone === undefined ? [] : [phone]),
      ...(body.nationalId === undefined ? [] : [hash('nationalId', body.nationalId.replaceAll(/\s/g, ''))]),
      ...(body.name === undefined
        ? []
        : [hash('name', searchName(body.birthDate === undefined ? body.name : `${body.name} ${body.birthDate}`))]),
    ];
    const found = await foundRows(deps.pool, hashes, phone === undefined ? [] : await contactsOfCaller(deps.pool, phone));
    const mine = found.filter((row) => can(staff, 'readContact', row.units));
    await logSearch(deps.pool, staff.staffId, mine);
    const names = await deps.names();
    return {
      rows: mine.map((row) => toContactRow(row, { sealer: deps.sealer, names, identity: true })),
      elsewhere: found.length - mine.length,
    };
  });

  serve(app, getDiagnoses, async ({ request }) => {
    allow(await staffOf(deps.authenticate, request), 'handleContact');
    return { list: deps.diagnoses.id, codes: [...deps.diagnoses.codes] };
  });

  serve(app, postEmergencyAccess, async ({ params, body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'openInEmergency');
    const contact = openedOr404((await deps.contacts.load(contactStream(params.contactId))).state);
    await logAccess(deps.pool, deps.sealer, {
      staffId: staff.staffId,
      contact,
      kind: 'emergency',
      purpose: 'emergency',
      reason: body.reason,
    });
    return { until: await openDoor(deps.pool, { contactId: params.contactId, staffId: staff.staffId }) };
  });

  serve(app, getAccessLog, async ({ query, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'readAccessLog', [query.unit]);
    return accessLog(
      deps.pool,
      { unit: query.unit, kind: query.kind, day: query.day, contactId: query.contactId, staffId: query.staffId },
      { sealer: deps.sealer, names: await deps.names() },
    );
  });
}

function openedOr404(state: Contact): OpenedContact {
  if (state.status === 'none') throw new Refused({ code: 'contact-unknown' });
  return state;
}

/** The contact as it stands, after `authorise` has let it be shown and logged it. */
async function inFull(deps: ContactDeps, contactId: string, authorise: (contact: OpenedContact) => Promise<void>): Promise<ContactDetail> {
  const { state, recorded } = await deps.contacts.load(contactStream(contactId));
  const contact = openedOr404(state);
  await authorise(contact);
  const [stored, names] = await Promise.all([foundRows(deps.pool, [], [contactId]), deps.names()]);
  // The row is written in the statement of the contact's first event.
  const row = toContactRow(stored[0] as StoredRow, { sealer: deps.sealer, names, identity: true });
  return toDetail(row, { contact, recorded, names });
}

/** Who treats, by unit, by page or through the emergency door. `again`: the same screen, because something changed. */
async function openToTreat(
  deps: ContactDeps,
  staff: Staff,
  asked: { readonly contact: OpenedContact; readonly again: boolean },
): Promise<void> {
  const { contact, again } = asked;
  await allowOnContact(deps.pool, staff, { capability: 'readContact', contact });
  const who = { staffId: staff.staffId, contactId: contact.contactId };
  if (again && (await hasOpenedLately(deps.pool, { ...who, purpose: 'treatment' }))) return;
  const throughDoor = !can(staff, 'readContact', contactUnits(contact)) && (await hasEmergencyAccess(deps.pool, who));
  await logAccess(deps.pool, deps.sealer, {
    staffId: staff.staffId,
    contact,
    kind: throughDoor ? 'emergency' : 'opened',
    purpose: 'treatment',
  });
}

interface PurposeAsked {
  readonly contact: OpenedContact;
  readonly purpose: 'quality' | 'complaint' | 'deviation';
  readonly reason: string;
}

const shortestReason = 10;

/** A manager sees a named patient only for a stated purpose with a reason. */
async function openWithPurpose(deps: ContactDeps, staff: Staff, asked: PurposeAsked): Promise<void> {
  const { contact, purpose, reason } = asked;
  allow(staff, 'readContactForPurpose', contactUnits(contact));
  if (reason.length < shortestReason) throw new Refused({ code: 'purpose-reason-missing', field: 'reason' });
  await logAccess(deps.pool, deps.sealer, { staffId: staff.staffId, contact, kind: 'purpose', purpose, reason });
}
