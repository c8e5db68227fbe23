import { centralityClass2020, sizeGroupOf, sizeGroups } from '@vakthavende/core/organisation';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Municipality, readMunicipalities } from './municipalities.ts';

/** SSB report 2023/6, tables 2.1 and 2.2. `ours` is what reference/municipalities has more (README: not corrected). */
const bySize = [
  { group: 'under-2000', municipalities: 78, inhabitants: 96_192, ours: 22 },
  { group: '2000-4999', municipalities: 96, inhabitants: 301_856, ours: 0 },
  { group: '5000-9999', municipalities: 71, inhabitants: 496_022, ours: 15 },
  { group: '10000-19999', municipalities: 47, inhabitants: 665_167, ours: -22 },
  { group: '20000-49999', municipalities: 44, inhabitants: 1_283_465, ours: 14 },
  { group: '50000-over', municipalities: 20, inhabitants: 2_582_568, ours: -29 },
];
const byCentrality = [
  { group: 1, municipalities: 6, inhabitants: 1_042_653, ours: 0 },
  { group: 2, municipalities: 19, inhabitants: 1_388_127, ours: -29 },
  { group: 3, municipalities: 51, inhabitants: 1_383_118, ours: 14 },
  { group: 4, municipalities: 71, inhabitants: 882_598, ours: 15 },
  { group: 5, municipalities: 96, inhabitants: 496_721, ours: -22 },
  { group: 6, municipalities: 113, inhabitants: 232_053, ours: 22 },
];

const inhabitants = (rows: readonly Municipality[]) => rows.reduce((sum, row) => sum + row.population.inhabitants, 0);
const indexOf = (row: Municipality) => row.centrality.index ?? Number.NaN;

describe('the municipalities of 2021', () => {
  let rows: readonly Municipality[];
  beforeAll(async () => {
    rows = await readMunicipalities('2021-12-31');
  });

  it('are 356 with 5 425 270 inhabitants, each number once', () => {
    expect(rows).toHaveLength(356);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(356);
    expect(inhabitants(rows)).toBe(5_425_270);
  });

  it.each(bySize)('$group: $municipalities municipalities, as table 2.1 says; $ours inhabitants beside it', ({ group, ...table }) => {
    const found = rows.filter((row) => sizeGroupOf(row.population.inhabitants) === group);
    expect(found).toHaveLength(table.municipalities);
    expect(inhabitants(found) - table.inhabitants).toBe(table.ours);
  });

  it.each(byCentrality)(
    'centrality $group: $municipalities municipalities, as table 2.2 says; $ours inhabitants beside it',
    ({ group, ...table }) => {
      const found = rows.filter((row) => centralityClass2020(indexOf(row)) === group);
      expect(found).toHaveLength(table.municipalities);
      expect(inhabitants(found) - table.inhabitants).toBe(table.ours);
    },
  );

  it('the residuals sum to zero, and no group is left out of the tables', () => {
    expect(bySize.reduce((sum, { ours }) => sum + ours, 0)).toBe(0);
    expect(byCentrality.reduce((sum, { ours }) => sum + ours, 0)).toBe(0);
    expect(bySize.map(({ group }) => group)).toEqual(sizeGroups.map(({ id }) => id));
  });

  it('have the class that follows from their index, of version 2020', () => {
    for (const { centrality } of rows) {
      expect(centrality.version).toBe('2020');
      expect(centrality.class).toBe(centralityClass2020(centrality.index ?? Number.NaN));
    }
  });

  it('would not agree with the class bounds that the report prints in section 2.4', () => {
    const printed = [930, 870, 770, 650, 550, 0];
    const counts = printed.map((from, i) => rows.filter((row) => indexOf(row) >= from && indexOf(row) < (printed[i - 1] ?? 1001)).length);
    expect(counts).toEqual([5, 20, 55, 83, 95, 98]);
  });
});

describe('the municipalities of 2024', () => {
  it('are 357 with 5 550 203 inhabitants, classes of version 2024, and a source for every group of fields', async () => {
    const rows = await readMunicipalities('2024-01-01');
    expect(rows).toHaveLength(357);
    expect(inhabitants(rows)).toBe(5_550_203);
    expect([1, 2, 3, 4, 5, 6].map((group) => rows.filter((row) => row.centrality.class === group).length)).toEqual([
      5, 21, 54, 65, 104, 108,
    ]);
    for (const { centrality, sources } of rows) {
      expect(centrality.version).toBe('2024');
      expect(centrality.index).toBeNull();
      expect(Object.values(sources)).not.toContain(null);
    }
  });

  it('Ålesund became Ålesund and Haram', async () => {
    const [then, now] = await Promise.all([readMunicipalities('2021-12-31'), readMunicipalities('2024-01-01')]);
    expect(then.find(({ number }) => number === '1507')?.relatedNumbers).toEqual(['1508', '1580']);
    expect(now.filter(({ relatedNumbers }) => relatedNumbers.includes('1507')).map(({ name }) => name)).toEqual(['Ålesund', 'Haram']);
  });
});
