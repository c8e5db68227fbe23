/** One part of the writing statement, and its rows; one without rows is left out of the statement. */
export interface WritePart {
  /** A data-modifying statement that reads its rows from the jsonb parameter, e.g. `$4`. */
  readonly sql: (parameter: string) => string;
  readonly rows: readonly unknown[];
}

/**
 * The writing statements of one kind of stream. A part that has nothing to write costs a fifth of a millisecond all the same, so a command
 * runs only those that have; which of them, gives the statement its name, so that each of the few that occur is prepared once a connection.
 */
export class WriteStatements {
  readonly #kind: string;
  readonly #known = new Map<string, { readonly name: string; readonly text: string }>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  of(parts: readonly WritePart[]): { readonly name: string; readonly text: string; readonly values: readonly string[] } {
    const written = parts.flatMap((part, index) => (part.rows.length > 0 ? [{ part, index }] : []));
    const name = `write-${this.#kind}-${written.map(({ index }) => index).join('-')}`;
    let statement = this.#known.get(name);
    if (!statement) {
      const clauses = written.map(({ part, index }, i) => `p${index} as (${part.sql(`$${i + 1}`)})`);
      statement = { name, text: `with ${clauses.join(',\n')}\nselect 1` };
      this.#known.set(name, statement);
    }
    return { ...statement, values: written.map(({ part }) => JSON.stringify(part.rows)) };
  }
}

export const insertEvents = (parameter: string) =>
  `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
  select stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data
  from jsonb_to_recordset(${parameter}::jsonb) as x(stream text, sequence int, type text, version int, occurred_at timestamptz,
    recorded_at timestamptz, actor text, command_id text, units text[], subjects text[], data jsonb)`;

export const insertCommands = (parameter: string) =>
  `insert into journal.command (id, stream, body_hash, answer, recorded_at)
  select id, stream, body_hash, answer, recorded_at
  from jsonb_to_recordset(${parameter}::jsonb) as x(id text, stream text, body_hash text, answer jsonb, recorded_at timestamptz)`;

export const insertKeys = (parameter: string) =>
  `insert into keys.subject_key (subject, wrapped)
  select subject, wrapped from jsonb_to_recordset(${parameter}::jsonb) as x(subject text, wrapped text)`;
