const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Adds the check digits to nine digits; undefined where none serve (a rest of one).
 * Tests build their numbers, and of people who could be alive only Tenor's synthetic ones (month + 80).
 */
export function withCheckDigits(nine: string, rest = 0): string | undefined {
  const k1 = digit(nine, first, rest);
  const k2 = k1 === undefined ? undefined : digit(`${nine}${k1}`, second, 0);
  return k2 === undefined ? undefined : `${nine}${k1}${k2}`;
}

function digit(digits: string, weights: readonly number[], rest: number): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const value = (11 + rest - (sum % 11)) % 11;
  return value === 10 ? undefined : value;
}

/** The first number from this individual number on that has check digits. */
export function syntheticId(sixDigits: string, individual: number): string {
  for (let next = individual; next < 1000; next += 1) {
    const number = withCheckDigits(`${sixDigits}${String(next).padStart(3, '0')}`);
    if (number !== undefined) return number;
  }
  throw new Error('No number has check digits');
}
