/** SSB report 2023/6, table 2.1: municipalities by inhabitants, [from, to). */
export const sizeGroups = [
  { id: 'under-2000', label: '0-1 999', from: 0, to: 2_000 },
  { id: '2000-4999', label: '2 000-4 999', from: 2_000, to: 5_000 },
  { id: '5000-9999', label: '5 000-9 999', from: 5_000, to: 10_000 },
  { id: '10000-19999', label: '10 000-19 999', from: 10_000, to: 20_000 },
  { id: '20000-49999', label: '20 000-49 999', from: 20_000, to: 50_000 },
  { id: '50000-over', label: '50 000-', from: 50_000, to: Number.POSITIVE_INFINITY },
] as const;
export type SizeGroup = (typeof sizeGroups)[number]['id'];

/** @throws RangeError for a number of inhabitants that cannot be. */
export function sizeGroupOf(inhabitants: number): SizeGroup {
  const group = sizeGroups.find(({ from, to }) => from <= inhabitants && inhabitants < to);
  if (!group) throw new RangeError(`Not a number of inhabitants: ${inhabitants}`);
  return group.id;
}

export type CentralityClass = 1 | 2 | 3 | 4 | 5 | 6;
/** SSB works centrality out anew some years; a class means nothing without its version. */
export type CentralityVersion = '2020' | '2024';

/**
 * SSB's classes by its centrality index 0-1000, version 2020, lowest index of each class.
 * SSB report 2023/6 section 2.4 prints 930/870/770/650/550, which do not give the report's own table 2.2 (5/20/55/83/95/98);
 * these bounds give it exactly (6/19/51/71/96/113). Bounds of other versions are not known here: their classes are read, not derived.
 */
export const centralityClasses2020 = [
  { class: 1, from: 925 },
  { class: 2, from: 870 },
  { class: 3, from: 775 },
  { class: 4, from: 670 },
  { class: 5, from: 565 },
  { class: 6, from: 0 },
] as const satisfies readonly { readonly class: CentralityClass; readonly from: number }[];

/** @throws RangeError for an index outside 0-1000. */
export function centralityClass2020(index: number): CentralityClass {
  const found = index <= 1000 ? centralityClasses2020.find(({ from }) => index >= from) : undefined;
  if (!found) throw new RangeError(`Not a centrality index: ${index}`);
  return found.class;
}
