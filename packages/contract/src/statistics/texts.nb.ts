/** Bokmål for what statistics refuses; `{name}` is filled from the refusal's data. */
export const statisticsRefusals: Readonly<Record<string, string>> = {
  'period-empty': 'Perioden er tom: «til» må være senere enn «fra».',
  'period-too-long': 'Perioden er for lang. Velg høyst {days} dager om gangen.',
  'figure-unknown': 'Fant ikke tallet «{figureId}».',
};
