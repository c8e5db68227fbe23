import { type Instant, instant } from '@vakthavende/core/kernel';
import { compileRegister, type Geography, type Register } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { carryFirstTables } from './first-tables.ts';
import { geographyIn } from './geography-store.ts';
import { readContent } from './register-read.ts';

/** The lists in memory, as they were at most `freshFor` ago. Telephony asks for every call, so asking costs no query in between. */
export interface Registers {
  /** @throws Refused `list-unknown` */
  readonly of: (list: string | undefined) => Promise<Register>;
  /** The one that live calls are routed by. */
  readonly live: () => Promise<Register>;
  readonly lists: () => Promise<readonly ListState[]>;
}

export interface ListState {
  readonly id: string;
  readonly title: string;
  readonly describes: string;
  /** What the codes in the rows' sources stand for. */
  readonly sources: Readonly<Record<string, string>> | undefined;
  /** Counts the edits; 0: nothing was ever written. */
  readonly version: number;
  readonly live: boolean;
  readonly changedAt: Instant | undefined;
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
  let geography: Promise<Geography> | undefined;
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
    geography ??= prepare(pool);
    const register = load(pool, list, geography);
    loaded.set(list, { version: stored.version, register });
    register.catch(() => {
      if (loaded.get(list)?.register === register) loaded.delete(list);
      geography = undefined;
    });
    return register;
  };
  return { of, live: () => of(undefined), lists: async () => [...(await look()).lists.values()] };
}

/** The municipalities, and lists of the first tables carried over, before anything is asked. */
async function prepare(pool: Pool): Promise<Geography> {
  const geography = await geographyIn(pool);
  await carryFirstTables(pool, instant(Date.now()));
  return geography;
}

async function load(pool: Pool, list: string, geography: Promise<Geography>): Promise<Register> {
  const ground = await geography;
  return compileRegister({ list, ...ground, ...(await readContent(pool, list)) });
}

async function readState(pool: Pool): Promise<State> {
  const { rows } = await pool.query<{
    id: string;
    title: string;
    describes: string;
    sources: Record<string, string> | null;
    version: number;
    live: string;
    at: Date | null;
  }>(
    `select l.id, l.title, l.describes, l.sources, l.version, s.value as live,
       (select e.at from register.edit e where e.list = l.id order by e.version desc limit 1) as at
     from organisation.list l cross join organisation.setting s where s.name = 'live-list' order by l.id`,
  );
  const live = rows[0]?.live;
  if (live === undefined) throw new Error('organisation.setting has no live-list');
  const lists = rows.map(({ id, title, describes, sources, version, at }) => ({
    ...{ id, title, describes, version },
    sources: sources ?? undefined,
    live: id === live,
    changedAt: at === null ? undefined : instant(at.getTime()),
  }));
  return { live, lists: new Map(lists.map((list) => [list.id, list])) };
}
