import type { Register } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { loadRegister } from './load-register.ts';

/** The lists in memory, as they were at most `freshFor` ago. Telephony asks for every call, so asking costs no query in between. */
export interface Registers {
  /** @throws Refused `list-unknown` */
  readonly of: (list: string | undefined) => Promise<Register>;
  /** The one that live calls are routed by. */
  readonly live: () => Promise<Register>;
}

interface ListState {
  readonly version: number;
  readonly batch: number | undefined;
}

interface State {
  readonly live: string;
  readonly lists: ReadonlyMap<string, ListState>;
}

interface Loaded {
  readonly version: number;
  readonly register: Promise<Register>;
}

export interface RegistersOptions {
  /** Milliseconds after which the stored version number is looked at again. */
  readonly freshFor?: number;
  readonly now?: () => number;
}

export function createRegisters(pool: Pool, { freshFor = 1_000, now = Date.now }: RegistersOptions = {}): Registers {
  const loaded = new Map<string, Loaded>();
  let state: Promise<State> | undefined;
  let staleAt = Number.NEGATIVE_INFINITY;

  const look = (): Promise<State> => {
    if (state && now() < staleAt) return state;
    staleAt = now() + freshFor;
    const looking = readState(pool);
    // A failed look is tried again at the next question, not remembered.
    looking.catch(() => {
      if (state === looking) state = undefined;
    });
    state = looking;
    return looking;
  };
  const of = async (asked: string | undefined): Promise<Register> => {
    const { live, lists } = await look();
    const list = asked ?? live;
    const stored = lists.get(list);
    if (!stored) throw new Refused({ code: 'list-unknown', field: 'list', list, known: [...lists.keys()].join(', ') });
    const have = loaded.get(list);
    if (have?.version === stored.version) return have.register;
    const register = loadRegister(pool, list, stored.batch);
    loaded.set(list, { version: stored.version, register });
    register.catch(() => {
      if (loaded.get(list)?.register === register) loaded.delete(list);
    });
    return register;
  };
  return { of, live: () => of(undefined) };
}

async function readState(pool: Pool): Promise<State> {
  const { rows } = await pool.query<{ id: string; version: number; current_batch: number | null; live: string }>(
    `select l.id, l.version, l.current_batch, s.value as live
     from organisation.list l cross join organisation.setting s where s.name = 'live-list' order by l.id`,
  );
  const lists = new Map(rows.map((row) => [row.id, { version: row.version, batch: row.current_batch ?? undefined }]));
  const live = rows[0]?.live;
  if (live === undefined) throw new Error('organisation.setting has no live-list');
  return { live, lists };
}
