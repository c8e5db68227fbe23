import { createHash } from 'node:crypto';
import {
  type EditRow,
  editRegister,
  getHistory,
  previewChange,
  type RegisterChange,
  type RegisterKind,
} from '@vakthavende/contract/organisation';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { can, type Geography, type Register, type Staff } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { allow, serve } from '../platform/routes.ts';
import { dayOf } from './place-names.ts';
import { contentAfter, coverageOfChange, type Difference, differenceOf, kindAndId, remarksOf } from './register-edit.ts';
import { type AnyRegisterRow, canonical, contentOf, forWire, type RegisterContent, rowsOf } from './register-rows.ts';
import { applyEdit, thingVersion } from './register-store.ts';
import type { RegisterParts } from './routes.ts';

/** Changing the register, one thing at a time, with who, when and why. */
export function editRoutes(app: FastifyInstance, { pool, registers, reader, now }: RegisterParts): void {
  serve(app, previewChange, async ({ body, request }) => {
    await reader(request);
    const register = await registers.of(body.list);
    const version = (await registers.lists()).find(({ id }) => id === register.list)?.version ?? 0;
    const content = contentOf(rowsOf(register.now.data));
    const difference = differenceOf(content, body.change, now());
    const after = contentAfter(content, difference);
    const remarks = remarksOf(register.data, content, { after, ...kindAndId(body.change) });
    const from = firstDay(body.change, now());
    return { list: register.list, version, remarks, ...coverageOfChange(register.data, content, { after, difference, from }) };
  });
  serve(app, editRegister, async ({ body, request }) => {
    const staff = await reader(request);
    allow(staff, 'editRegister');
    const register = await registers.of(body.list);
    const { kind, id } = kindAndId(body.change);
    const remarks: z.input<typeof editRegister.response>['remarks'] = [];
    const { commandId, ...rest } = body;
    const edited = await applyEdit(pool, {
      ...{ list: register.list, kind, id, type: body.change.type, expectedVersion: body.expectedVersion },
      ...{ actor: staff.staffId, reason: body.reason, now: now(), commandId },
      bodyHash: createHash('sha256').update(canonical(rest)).digest('base64url'),
      decide: (content) => {
        const difference = differenceOf(content, body.change, now());
        mayEdit(staff, difference, register);
        remarks.push(...accepted(register.data, content, { difference, kind, id }));
        return difference;
      },
    });
    return { list: register.list, listVersion: edited.listVersion, version: edited.version, remarks };
  });
  serve(app, getHistory, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const { kind, id, limit } = query;
    const edits = await editRows(pool, register.list, { kind, id, limit });
    const thing = kind !== undefined && id !== undefined ? { list: register.list, kind, id } : undefined;
    const lists = await registers.lists();
    return {
      list: register.list,
      version: thing ? await thingVersion(pool, thing) : (lists.find((list) => list.id === register.list)?.version ?? 0),
      edits: edits.slice(0, limit),
      rows: thing ? rowsOverTime(register, thing) : [],
      more: edits.length > limit,
    };
  });
}

/** The first refusal stops it; what only must be looked at is answered with. */
function accepted(geography: Geography, content: RegisterContent, change: { difference: Difference; kind: RegisterKind; id: string }) {
  const after = contentAfter(content, change.difference);
  const remarks = remarksOf(geography, content, { after, kind: change.kind, id: change.id });
  const refused = remarks.find(({ severity }) => severity === 'refused');
  if (refused) throw new Refused({ code: 'register-refused', field: refused.field ?? 'change', text: refused.text, problem: refused.code });
  return remarks;
}

/** A manager edits what belongs to the units they lead; the national editor all. */
function mayEdit(staff: Staff, { added, closed }: Difference, register: Register): void {
  if (can(staff, 'editRegister', [])) return;
  for (const each of [...added, ...closed]) allow(staff, 'editRegister', unitsOf(each, register));
}

/** The clinics, call centres and districts that a row is about; a district's are its clinics too. */
function unitsOf(each: AnyRegisterRow, register: Register): readonly string[] {
  const { kind, row } = each;
  switch (kind) {
    case 'arrangements':
      return [row.id, ...row.clinics, ...optional(row.callCentre), ...ofDistrict(row.district, register)];
    case 'clinics':
      return [row.id, ...ofDistrict(row.district, register)];
    case 'vehicles':
      return [...optional(row.clinic), ...ofDistrict(row.district, register)];
    case 'districts':
      return ofDistrict(row.id, register);
    case 'callCentres':
    case 'emcs':
    case 'parts':
      return [row.id];
  }
}

function ofDistrict(district: string | undefined, register: Register): readonly string[] {
  if (district === undefined) return [];
  return [district, ...register.clinics.filter((clinic) => clinic.district === district).map(({ id }) => id)];
}

function optional(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function firstDay(change: RegisterChange, now: Instant) {
  const from = change.type === 'end' ? change.from : change.what.row.valid.from;
  const today = dayOf(now);
  // What began long ago is shown as it is from today.
  return from < today ? today : from;
}

interface StoredEdit {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
  readonly type: z.input<typeof EditRow>['type'];
  readonly kind: RegisterKind | null;
  readonly id: string | null;
  readonly added: number;
  readonly closed: number;
}

async function editRows(
  pool: Pool,
  list: string,
  asked: { readonly kind: RegisterKind | undefined; readonly id: string | undefined; readonly limit: number },
): Promise<z.input<typeof EditRow>[]> {
  const { rows } = await pool.query<StoredEdit>(
    `select e.version, e.at, coalesce(s.name, e.actor) as actor, e.reason, e.type, e.kind, e.id, e.added, e.closed
     from register.edit e left join organisation.staff s on s.staff_id = e.actor
     where e.list = $1 and ($2::text is null or e.kind = $2 and e.id = $3 or e.type = 'import' and exists (
       select from register.entry r where r.list = e.list and r.kind = $2 and r.id = $3 and e.version in (r.added_by, r.closed_by)))
     order by e.version desc limit $4`,
    [list, asked.id === undefined ? null : (asked.kind ?? null), asked.id ?? null, asked.limit + 1],
  );
  return rows.map(({ version, at, kind, id, ...edit }) => ({
    ...edit,
    ...{ listVersion: version, at: at.getTime(), kind: kind ?? undefined, id: id ?? undefined },
  }));
}

function rowsOverTime(register: Register, { kind, id }: { readonly kind: RegisterKind; readonly id: string }) {
  const rows = rowsOf(register.data).filter((each) => each.kind === kind && each.row.id === id);
  return (
    rows
      .map(({ kind: of, row: { known, ...row } }) => ({
        known: { from: instant(known.from), ...(known.to === undefined ? {} : { to: known.to }) },
        what: { kind: of, row },
      }))
      // Kind and row come from the same row.
      .map((each) => forWire(each) as unknown as z.input<typeof getHistory.response>['rows'][number])
  );
}
