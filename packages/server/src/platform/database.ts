import { availableParallelism } from 'node:os';
import pg from 'pg';

// Whole numbers beyond 2^53 do not occur: positions and counts of one country.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Pool = pg.Pool;

export interface PoolOptions {
  readonly max?: number;
  /** Milliseconds that a transaction may last: an open write stalls the live feed of everyone. */
  readonly transactionTimeout?: number;
  /** Microseconds; stands for the delay of a synchronous replica in benchmarks. */
  readonly commitDelay?: number;
}

/** More backends than the cores can run only take turns: at 500 commands/s ten doubled the slowest hundredth of five (docs/performance.md). */
const usualConnections = Math.max(5, availableParallelism() * 2 + 1);

/** A pool whose sessions commit durably, read UTC, and cannot hold a transaction open for long. */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const settings = [
    `-c transaction_timeout=${options.transactionTimeout ?? 2000}`,
    '-c idle_in_transaction_session_timeout=2000',
    '-c TimeZone=UTC',
    ...(options.commitDelay ? [`-c commit_delay=${options.commitDelay}`, '-c commit_siblings=0'] : []),
  ];
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? usualConnections,
    options: settings.join(' '),
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that the server closed is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that the server ends while it is lent out, by a timeout or a restart: whoever has it learns so from their query, which fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** PostgreSQL's error code (`23505` unique violation …) when it is one of its errors. */
export function databaseCode(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** The constraint that refused, where one did. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;
}

/** Runs `work` in one transaction; rolls back when it throws. */
export async function transaction<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is thrown away, not reused.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
