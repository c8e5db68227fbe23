import { type Finding, found, type RecordFields } from './helsenorge-finding.ts';
import type { PlaceId } from './place.ts';

const municipalityPattern = /^\d{4}$/;

/** Numbers of 2013, separated by spaces; the first two digits of a municipality are its county. */
export function parsePlaces(
  fields: RecordFields,
  record: number,
): { readonly places: readonly PlaceId[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const municipalities = words(fields.AppliesToMunicipalityCodes);
  const counties = words(fields.AppliesToCountyCodes);
  const places: PlaceId[] = [];
  if (municipalities.length === 0) findings.push(found('municipalities-missing', record, 'AppliesToMunicipalityCodes'));
  if (counties.length === 0) findings.push(found('counties-missing', record, 'AppliesToCountyCodes'));
  for (const number of municipalities) {
    if (!municipalityPattern.test(number)) findings.push(found('municipality-wrong', record, 'AppliesToMunicipalityCodes', number));
    else if (places.includes(number)) findings.push(found('municipality-twice', record, 'AppliesToMunicipalityCodes', number));
    else places.push(number);
  }
  const expected = new Set(places.map((number) => number.slice(0, 2)));
  const mismatch = [...expected].some((county) => !counties.includes(county)) || counties.some((county) => !expected.has(county));
  if (mismatch && counties.length > 0 && places.length > 0) {
    findings.push(found('county-mismatch', record, 'AppliesToCountyCodes', counties.join(' ')));
  }
  return { places, findings };
}

function words(text: string | null): readonly string[] {
  return (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
}
