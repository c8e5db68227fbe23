import type { LocalDate } from '@vakthavende/core/kernel';

/** Whole years; under two in months, since a dose and a fever depend on them. */
export interface Age {
  readonly years: number;
  readonly months: number;
}

/** Who is born on 29 February turns a year older on 1 March in common years. */
export function ageOn(birthDate: LocalDate, today: LocalDate): Age {
  const months =
    (Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12 +
    (Number(today.slice(5, 7)) - Number(birthDate.slice(5, 7))) -
    (today.slice(8) < birthDate.slice(8) ? 1 : 0);
  return { years: Math.floor(months / 12), months };
}
