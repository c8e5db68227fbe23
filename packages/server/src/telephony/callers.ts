import type { Pool } from '../platform/database.ts';

/** The contacts that calls from a number have led to, by the keyed hash of the number. */
export async function contactsOfCaller(pool: Pool, callerHash: string): Promise<readonly string[]> {
  const result = await pool.query<{ contact_id: string }>(
    "select distinct jsonb_array_elements_text(plain->'contactIds') as contact_id from telephony.leg where caller_hash = $1 limit 50",
    [callerHash],
  );
  return result.rows.map((row) => row.contact_id);
}

/** The centres that a call is or was offered to; none: there is no such call. */
export async function centresOfCall(pool: Pool, callId: string): Promise<readonly string[]> {
  const result = await pool.query<{ centre_id: string }>({
    name: 'call-centres',
    text: 'select distinct centre_id from telephony.leg where call_id = $1',
    values: [callId],
  });
  return result.rows.map((row) => row.centre_id);
}
