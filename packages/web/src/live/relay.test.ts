import { describe, expect, it } from 'vitest';
import { judge, type Relayed } from './relay.ts';

const from = (leader: string, number: number): Relayed => ({ kind: 'everything', leader, number, cursor: undefined });

describe('a tab that follows', () => {
  it('begins with whatever comes first', () => {
    expect(judge(undefined, from('a', 17))).toBe('next');
  });

  it('takes the next, passes over what it has, and sees a gap', () => {
    const place = { leader: 'a', number: 3 };
    expect(judge(place, from('a', 4))).toBe('next');
    expect(judge(place, from('a', 3))).toBe('old');
    expect(judge(place, from('a', 5))).toBe('gap');
  });

  it('follows a new leader from its first message, and has missed something from a later one', () => {
    const place = { leader: 'a', number: 3 };
    expect(judge(place, from('b', 1))).toBe('next');
    expect(judge(place, from('b', 2))).toBe('gap');
  });
});
