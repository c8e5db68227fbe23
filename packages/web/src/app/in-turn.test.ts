import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('runs what belongs to one contact in the order given, past a failure, and others meanwhile', async () => {
  const told: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = inTurn('a', async () => {
    await held;
    told.push('a1');
    throw new Error('refused');
  });
  const second = inTurn('a', async () => void told.push('a2'));
  await inTurn('b', async () => void told.push('b1'));
  expect(told).toEqual(['b1']);
  release();
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(told).toEqual(['b1', 'a1', 'a2']);
});
