import { expect, it } from 'vitest';
import { adviceCall, countKeystrokes, formSteps, sentralKeys } from './key-map.ts';

it('takes an ordinary advice call under 25 keystrokes', () => {
  expect(countKeystrokes(adviceCall)).toBe(15);
});

it('gives no key two meanings', () => {
  expect(new Set(Object.values(sentralKeys)).size).toBe(Object.keys(sentralKeys).length);
  expect(new Set(formSteps).size).toBe(formSteps.length);
});

it('leaves the browser its own keys', () => {
  const taken = ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'];
  expect(Object.values(sentralKeys).filter((key) => taken.includes(key))).toEqual([]);
});
