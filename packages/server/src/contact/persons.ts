import { randomUUID } from 'node:crypto';
import type { Pool } from '../platform/database.ts';
import type { Sealer } from '../platform/seal.ts';

/**
 * The person that a national identity number belongs to; made, with a key, the first time the number is seen. One who was erased and comes
 * again is somebody new: what was erased stays so.
 */
export async function personOf(pool: Pool, sealer: Sealer, nationalId: string): Promise<string> {
  const hash = sealer.hash('nationalId', nationalId);
  const known = await lookUp(pool, hash);
  if (known !== undefined) return known;
  const personId = randomUUID();
  // Two at once: one makes the person and the key, the other finds them.
  const made = await pool.query<{ person_id: string }>({
    name: 'person-make',
    text: `with made as (insert into keys.person_lookup (hash, person_id) values ($1, $2) on conflict (hash) do update
         set person_id = excluded.person_id
         where exists (select from keys.subject_key k where k.subject = person_lookup.person_id and k.state = 'erased') returning person_id),
       key as (insert into keys.subject_key (subject, wrapped) select person_id, $3 from made)
     select person_id from made`,
    values: [hash, personId, sealer.newKey().wrapped],
  });
  if (made.rows.length > 0) return personId;
  const found = await lookUp(pool, hash);
  if (found === undefined) throw new Error('The person just made is not there');
  return found;
}

async function lookUp(pool: Pool, hash: string): Promise<string | undefined> {
  const result = await pool.query<{ person_id: string }>({
    name: 'person-lookup',
    text: `select l.person_id from keys.person_lookup l join keys.subject_key k on k.subject = l.person_id
           where l.hash = $1 and k.state <> 'erased'`,
    values: [hash],
  });
  return result.rows[0]?.person_id;
}
