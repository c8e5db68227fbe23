import { checkNationalId } from '@vakthavende/core/contact';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { syntheticNumber } from './synthetic-people.ts';

describe('invented people', () => {
  it('have valid numbers that can belong to nobody, of the year they were born', () => {
    const random = createRandom('people');
    for (let year = 1920; year < 2026; year++) {
      const checked = checkNationalId(syntheticNumber(random, year));
      expect(checked).toMatchObject({ valid: true, type: 'synthetic' });
      expect(checked.valid && checked.birthDate.slice(0, 4)).toBe(String(year));
    }
  });
});
