import { readFile, writeFile } from 'node:fs/promises';

/**
 * Builds reference/municipalities from one CSV with a row for each municipality and reference date:
 *   node tools/reference/municipalities.ts FILE.csv
 * Columns and sources are told in reference/municipalities/README.md. Every column is kept; `missing` becomes null.
 */
const target = new URL('../../reference/municipalities/', import.meta.url);

type Row = Readonly<Record<string, string>>;

async function build(file: string): Promise<void> {
  const rows = parseCsv(await readFile(file, 'utf8'));
  for (const [date, group] of Map.groupBy(rows, (row) => need(row, 'reference_date'))) {
    const lines = group
      .toSorted((a, b) => (need(a, 'number') < need(b, 'number') ? -1 : 1))
      .map((row) => `  ${JSON.stringify(entry(row))}`);
    await writeFile(new URL(`${date}.json`, target), `{ "referenceDate": "${date}", "municipalities": [\n${lines.join(',\n')}\n] }\n`);
    console.log(`${date}: ${group.length} kommuner`);
  }
}

function entry(row: Row): unknown {
  const text = (column: string) => (['', 'missing'].includes(need(row, column)) ? null : need(row, column));
  const number = (column: string) => (text(column) === null ? null : Number(need(row, column)));
  return {
    number: text('number'),
    name: text('name'),
    officialName: text('official_name'),
    county: { number: text('county_number'), name: text('county_name') },
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    relatedNumbers: need(row, 'related_number')
      .split('|')
      .filter((related) => related !== ''),
    population: { inhabitants: number('population'), date: text('population_date') },
    centrality: { version: text('centrality_version'), index: number('centrality_index'), class: number('centrality_class') },
    centralityClass2020: number('centrality_class_2020'),
    centre: { name: text('centre_name'), latitude: number('centre_lat'), longitude: number('centre_lon'), kind: text('centre_kind') },
    area: { latitude: number('area_lat'), longitude: number('area_lon') },
    sources: Object.fromEntries(
      ['name', 'validity', 'population', 'centrality', 'centre', 'area'].map((group) => [group, text(`${group}_source`)]),
    ),
  };
}

function need(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The file has no column ${column}`);
  return value;
}

/** RFC 4180: fields may be quoted, with commas and doubled quotes inside. */
function parseCsv(text: string): readonly Row[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(fields);
  const [header, ...body] = lines;
  if (!header) throw new Error('The file is empty');
  return body.map((values, i) => {
    if (values.length !== header.length) throw new Error(`Line ${i + 2} has ${values.length} fields, the header ${header.length}`);
    return Object.fromEntries(header.map((column, j) => [column, values[j] ?? '']));
  });
}

function fields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Bruk: node tools/reference/municipalities.ts FIL.csv');
  process.exitCode = 1;
} else {
  await build(file);
}
