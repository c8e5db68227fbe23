import type { QueueRow } from '@vakthavende/contract/telephony';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { lostFor, silence, unrouted } from '@vakthavende/core/telephony';
import type { Pool } from '../platform/database.ts';
import { type Sealer, unsealValue } from '../platform/seal.ts';
import type { StaffNames } from '../platform/staff-names.ts';

interface LegRow {
  readonly call_id: string;
  readonly leg_id: string;
  readonly sequence: number;
  readonly centre_id: string;
  readonly status: QueueRow['status'];
  readonly offered_at: Date;
  readonly plain: Readonly<{
    dialled: string;
    place?: string;
    ringingAt?: number;
    answeredAt?: number;
    endedAt?: number;
    operatorId?: string;
    connectingSince?: number;
    contactIds: readonly string[];
    callback: boolean;
  }>;
  readonly sealed: string | null;
  readonly wrapped: string | null;
  readonly earlier_calls: number;
}

// Most that one screen shows; a queue longer than this is shown from its oldest end, those of which nothing has been heard for long last of all:
// their end was lost, and they must not stand in the way of callers.
const mostWaiting = 300;
const mostEnded = 150;

const columns = `l.call_id, l.leg_id, l.sequence, l.centre_id, l.status, l.offered_at, l.plain, l.sealed, k.wrapped,
  (select count(*)::int from telephony.leg e where e.caller_hash = l.caller_hash and e.call_id <> l.call_id and e.centre_id = l.centre_id
     and e.offered_at < l.offered_at and e.offered_at >= l.offered_at - interval '24 hours') as earlier_calls`;

/**
 * Waiting and in conversation, and the latest that ended within the hour. A call that the register has no receiver for stands in the queue of
 * every centre: somebody must answer it, and then the gap can be mended.
 */
export async function queueRows(pool: Pool, centreId: string, now: Instant): Promise<readonly LegRow[]> {
  const result = await pool.query<LegRow>({
    name: 'queue-rows',
    text: `(select ${columns} from telephony.leg l left join keys.subject_key k on k.subject = l.subject and k.state = 'active'
        where l.centre_id in ($1, '${unrouted}') and l.active order by (l.last_at < $3), l.offered_at limit ${mostWaiting})
      union all
      (select ${columns} from telephony.leg l left join keys.subject_key k on k.subject = l.subject and k.state = 'active'
        where l.centre_id = $1 and not l.active and l.last_at > $2 order by l.last_at desc limit ${mostEnded})`,
    values: [centreId, new Date(now - lostFor).toISOString(), new Date(now - silence).toISOString()],
  });
  return result.rows;
}

export async function callRow(pool: Pool, callId: string, legId: string | undefined): Promise<LegRow | undefined> {
  const result = await pool.query<LegRow>(
    `select ${columns} from telephony.leg l left join keys.subject_key k on k.subject = l.subject and k.state = 'active'
     where l.call_id = $1 and ($2::text is null or l.leg_id = $2) order by l.offered_at desc limit 1`,
    [callId, legId ?? null],
  );
  return result.rows[0];
}

export function toQueueRow(row: LegRow, open: { readonly sealer: Sealer; readonly names: StaffNames }): QueueRow {
  const { plain } = row;
  const times = (['ringingAt', 'answeredAt', 'endedAt', 'connectingSince'] as const).flatMap((field) =>
    plain[field] === undefined ? [] : [[field, instant(plain[field])] as const],
  );
  return {
    callId: row.call_id,
    legId: row.leg_id,
    centreId: row.centre_id,
    status: row.status,
    offeredAt: instant(row.offered_at.getTime()),
    ...Object.fromEntries(times),
    dialled: plain.dialled,
    ...(row.sealed && row.wrapped
      ? { callerNumber: String(unsealValue(open.sealer.unwrap(row.wrapped), row.sealed, `call:${row.call_id} leg`)) }
      : {}),
    ...(plain.place === undefined ? {} : { place: plain.place }),
    ...(plain.operatorId === undefined ? {} : { operatorId: plain.operatorId, operatorName: open.names(plain.operatorId) }),
    earlierCalls: row.earlier_calls,
    contactIds: [...plain.contactIds],
    callback: plain.callback,
    sequence: row.sequence,
  };
}
