import { pick, type Random, whole } from './random.ts';

export interface SyntheticPerson {
  /** Eleven digits with month + 80, as Skatteetaten's own synthetic people (Tenor) have: can belong to nobody. */
  readonly nationalId: string;
  readonly name: string;
}

/** Somebody who does not exist, born in the year. */
export function syntheticPerson(random: Random, bornIn: number): SyntheticPerson {
  return { nationalId: syntheticNumber(random, bornIn), name: `${pick(random, firstNames)} ${pick(random, lastNames)}` };
}

/** Names that say what they are. */
const firstNames = [
  'Testina',
  'Prøve-Per',
  'Liksom-Lise',
  'Dikta',
  'Fiktiv-Finn',
  'Påfunn-Pia',
  'Tullemann',
  'Oppdikta-Olga',
  'Øving-Øyvind',
];
const lastNames = ['Oppdiktsen', 'Prøvestad', 'Liksomrud', 'Øvelsvik', 'Papirdokke', 'Fantasidal', 'Demosen', 'Eksempelvoll'];

/** A number with the right check digits for somebody born in the year, by the rule before 2032 (folkeregisterforskriften § 2-2-1). */
export function syntheticNumber(random: Random, bornIn: number): string {
  const [day, month] = [whole(random, 1, 29), whole(random, 1, 13) + 80];
  const date = `${pad(day, 2)}${month}${pad(bornIn % 100, 2)}`;
  for (;;) {
    // 000-499 were born 1900-1999, 500-999 after (and in 1854-1899, whom nobody meets here).
    const nine = `${date}${pad(whole(random, 0, 500) + (bornIn < 2000 ? 0 : 500), 3)}`;
    const first = checkDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = checkDigit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
}

/** Modulo 11; ten: the digits before it serve nobody. */
function checkDigit(digits: string, weights: readonly number[]): number {
  return (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
