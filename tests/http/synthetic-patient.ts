import { checkNationalId } from '@vakthavende/core/contact';

/** A number that no person has: the month is 80 higher than any month (Tenor's synthetic population). */
export const syntheticNationalId = firstValid('158590');
export const anotherSyntheticNationalId = firstValid('168591');

function firstValid(sixDigits: string): string {
  for (let rest = 10_000; rest < 99_999; rest += 1) {
    const number = `${sixDigits}${rest}`;
    if (checkNationalId(number).valid) return number;
  }
  throw new Error('No number is valid');
}
