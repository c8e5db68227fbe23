import { describe, expect, it } from 'vitest';
import { WriteStatements } from './write-statement.ts';

const part = (table: string, ...rows: readonly unknown[]) => ({
  sql: (parameter: string) => `insert into ${table} values (${parameter})`,
  rows,
});

describe('the writing statement', () => {
  it('leaves out a part that has no rows, and numbers the parameters of the others', () => {
    const { text, values } = new WriteStatements('ward').of([part('a', 1), part('b'), part('c', 2, 3)]);
    expect(text).toBe('with p0 as (insert into a values ($1)),\np2 as (insert into c values ($2))\nselect 1');
    expect(values).toEqual(['[1]', '[2,3]']);
  });

  it('has the same name for the same parts, and another for others', () => {
    const statements = new WriteStatements('ward');
    const names = [
      [part('a', 1), part('b')],
      [part('a', 2), part('b')],
      [part('a', 1), part('b', 1)],
    ].map((parts) => statements.of(parts).name);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
  });
});
