import { createHash } from 'node:crypto';
import { getDutyList, postDutyList } from '@vakthavende/contract/roster';
import type { Instant } from '@vakthavende/core/kernel';
import { type DutyListCommand, type DutyListRefusal, decideDutyList } from '@vakthavende/core/roster';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { dutyListJournal, dutyListStream } from './duty-list-stream.ts';
import { answering, shownDutyList } from './views.ts';

export interface RosterDeps {
  readonly pool: Pool;
  readonly clock: () => Instant;
  readonly authenticate: Authenticate;
  readonly names: () => Promise<StaffNames>;
  /** The call centres that answer for a unit: who works there must know who is on at the clinics they send to. */
  readonly centresOf: (unit: string) => Promise<readonly string[]>;
}

export function rosterRoutes(app: FastifyInstance, deps: RosterDeps): void {
  const dutyLists = dutyListJournal(deps.pool);
  serve(app, getDutyList, async ({ query, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'seeDutyList', [query.unit, ...(await deps.centresOf(query.unit))]);
    const now = deps.clock();
    const [names, people] = await Promise.all([deps.names(), answering(deps.pool, query.unit)]);
    const shown = await shownDutyList(deps.pool, { unit: query.unit, now, names });
    return {
      now,
      ...shown,
      entries: [...shown.entries],
      staff: people.map(({ phone, ...person }) => ({ ...person, ...(phone === undefined ? {} : { phone }) })),
    };
  });

  serve(app, postDutyList, async ({ body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'editDutyList', [body.unit]);
    const command = await commandFor(deps, body, staff.staffId);
    const outcome = await dutyLists.execute<DutyListRefusal>({
      stream: dutyListStream(body.unit),
      commandId: body.commandId,
      bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
      actor: staff.staffId,
      now: command.now,
      occurredAt: command.occurredAt,
      decide: (list) => decideDutyList(list, command),
      answer: (_, sequence) => ({ entryId: body.entryId, sequence }),
    });
    if (outcome.kind === 'refused') {
      const by = 'by' in outcome.refusal ? { by: (await deps.names())(outcome.refusal.by) } : {};
      throw new Refused({ ...outcome.refusal, ...by });
    }
    // What the answer above made, now or the first time.
    return outcome.answer as { readonly entryId: string; readonly sequence: number };
  });
}

type DutyListCommandIn = z.output<NonNullable<(typeof postDutyList)['body']>>;

async function commandFor(deps: RosterDeps, body: DutyListCommandIn, actor: string): Promise<DutyListCommand> {
  const now = deps.clock();
  const { commandId, entryId } = body;
  if (body.type === 'end') return { type: 'endDuty', commandId, entryId, actor, now, occurredAt: body.occurredAt ?? now };
  const { staffId, level, phone, from, to } = body;
  const people = await answering(deps.pool, body.unit);
  const answersHere = people.some((person) => person.staffId === staffId);
  return { type: 'enterDuty', commandId, entryId, actor, now, occurredAt: now, staffId, level, phone, from, to, answersHere };
}
