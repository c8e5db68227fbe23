import { describe, expect, it } from 'vitest';
import { alive, type Change, greeted, nothingSeen, opened, received } from './feed-state.ts';

const change = (stream: string, sequence: number, ...units: string[]): Change => [stream, sequence, units];
const message = (cursor: string, ...changes: Change[]) => ({ cursor, changes });

describe('what is new in the feed', () => {
  it('a stream seen for the first time, and each higher sequence of it', () => {
    const first = received(nothingSeen, message('1:1', change('contact:a', 1, 'lv-forde')));
    const second = received(first.state, message('1:2', change('contact:a', 2, 'lv-forde')));
    expect(first.changes).toEqual([change('contact:a', 1, 'lv-forde')]);
    expect(second.changes).toEqual([change('contact:a', 2, 'lv-forde')]);
  });

  it('nothing twice: what has been seen, or is older, is passed over', () => {
    const first = received(nothingSeen, message('1:2', change('contact:a', 2, 'lv-forde')));
    expect(received(first.state, message('1:2', change('contact:a', 2, 'lv-forde'), change('contact:a', 1, 'lv-forde'))).changes).toEqual(
      [],
    );
  });

  it('a stream that jumps also concerns the units that it had before', () => {
    const first = received(nothingSeen, message('1:1', change('contact:a', 1, 'lv-forde')));
    expect(received(first.state, message('1:9', change('contact:a', 5, 'lv-floro'))).changes).toEqual([
      change('contact:a', 5, 'lv-floro', 'lv-forde'),
    ]);
  });

  it('forgets the streams that have been still the longest', () => {
    const many = Array.from({ length: 4_001 }, (_, index) => change(`contact:${index}`, 1));
    const { state } = received(nothingSeen, message('1:1', ...many));
    expect(state.seen.size).toBe(4_000);
    expect(state.seen.has('contact:0')).toBe(false);
  });

  it('leaves the state that it was given as it was', () => {
    received(nothingSeen, message('1:1', change('contact:a', 1)));
    expect(nothingSeen.seen.size).toBe(0);
  });
});

describe('where to go on from', () => {
  it('the greeting, when nothing was known', () => {
    expect(greeted(opened(nothingSeen), '5:1').cursor).toBe('5:1');
  });

  it('the newest message, when all before it has come', () => {
    expect(received(greeted(opened(nothingSeen), '5:1'), message('5:2', change('call:a', 1))).state.cursor).toBe('5:2');
  });

  it('the old place until what was missed has come: a newer change may come ahead of it', () => {
    const reopened = opened(alive(nothingSeen, '5:1'));
    const ahead = received(greeted(reopened, '9:1'), message('9:2', change('call:b', 1))).state;
    expect(ahead.cursor).toBe('5:1');
    expect(alive(ahead, '9:2')).toMatchObject({ cursor: '9:2', settled: true });
  });
});
