import { expect, it } from 'vitest';
import { concerns, type LiveFilter } from './live-filter.ts';

it.each<[LiveFilter, boolean]>([
  [{}, true],
  [{ streams: ['contact:a'] }, true],
  [{ streams: ['contact:'] }, true],
  [{ streams: ['contact'] }, false],
  [{ streams: ['call:', 'contact:b'] }, false],
  [{ units: ['lv-forde'] }, true],
  [{ units: ['lv-bremanger'] }, false],
  [{ units: ['national'] }, true],
  [{ units: [] }, false],
  [{ streams: ['contact:'], units: ['lv-bremanger', 'lv-floro'] }, true],
  [{ streams: ['call:'], units: ['lv-forde'] }, false],
])('a view of %o is made old by contact a of Førde and Florø: %s', (filter, expected) => {
  expect(concerns(filter, ['contact:a', 3, ['lv-forde', 'lv-floro']])).toBe(expected);
});
