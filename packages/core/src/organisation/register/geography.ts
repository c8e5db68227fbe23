import { type LocalDate, parseLocalDate } from '../../kernel/index.ts';
import type { CentralityClass, CentralityVersion } from '../municipality.ts';
import type { Geography, Municipality, MunicipalityChange } from './model.ts';

/** One municipality of `reference/municipalities/2021-12-31.json` or `2024-01-01.json`. */
export interface MunicipalityRow {
  readonly number: string;
  readonly name: string;
  readonly county: { readonly number: string; readonly name: string };
  /** A date, or `before 2006`. */
  readonly validFrom: string;
  /** In the list of 2021: successors in 2024. */
  readonly relatedNumbers: readonly string[];
  readonly population: { readonly inhabitants: number; readonly date: LocalDate };
  readonly centrality: { readonly version: CentralityVersion; readonly class: CentralityClass };
  readonly centre: { readonly latitude: number | null; readonly longitude: number | null };
  readonly area: { readonly latitude: number; readonly longitude: number };
}

export interface GeographySources {
  readonly at2021: readonly MunicipalityRow[];
  readonly at2024: readonly MunicipalityRow[];
  /** `reference/municipalities/changes-2012-2020.json`. */
  readonly changes: readonly MunicipalityChange[];
}

/** The numbers of 2024 were made from those of 2021 on this day. */
// Checked by the pattern of the literal.
const reform2024 = '2024-01-01' as LocalDate;

/** The municipalities from 2012 on, with every number that a list of that time may use. */
export function geographyOf({ at2021, at2024, changes }: GeographySources): Geography {
  const now = new Map(at2024.map((row) => [row.number, row]));
  const before = new Map(at2021.map((row) => [row.number, row]));
  const kept = (row: MunicipalityRow) => row.relatedNumbers.length === 1 && row.relatedNumbers[0] === row.number;
  const all2024 = at2021
    .filter((row) => !kept(row))
    .flatMap((row) => row.relatedNumbers.map((to) => ({ date: reform2024, from: row.number, fromName: row.name, to })));
  const of2021 = at2021.map((row) => municipality(row, now.get(row.number), kept(row) ? undefined : reform2024));
  const of2024 = at2024.filter(({ number }) => !before.has(number)).map((row) => municipality(row, undefined, undefined));
  const ended = [...new Map(changes.map((change) => [`${change.from} ${change.date}`, change])).values()].map((change) =>
    endedMunicipality(change, changes),
  );
  return { municipalities: [...ended, ...of2021, ...of2024], changes: [...changes, ...all2024] };
}

function municipality(row: MunicipalityRow, later: MunicipalityRow | undefined, validTo: LocalDate | undefined): Municipality {
  const rows = later && !validTo ? [row, later] : [row];
  const { centre, area } = row;
  return {
    number: row.number,
    name: row.name,
    // `before 2006` is not a date: longer than the table reaches.
    validFrom: parseLocalDate(row.validFrom),
    validTo,
    county: row.county,
    populations: rows.map(({ population: { date, inhabitants } }) => ({ date, inhabitants })),
    centralities: rows.map(({ centrality }) => ({ version: centrality.version, class: centrality.class })),
    position: centre.latitude === null || centre.longitude === null ? area : { latitude: centre.latitude, longitude: centre.longitude },
  };
}

function endedMunicipality({ from, fromName, date }: MunicipalityChange, changes: readonly MunicipalityChange[]): Municipality {
  const made = changes.filter((change) => change.to === from && change.date < date).map((change) => change.date);
  return {
    number: from,
    name: fromName,
    validFrom: made.toSorted().at(-1),
    validTo: date,
    populations: [],
    centralities: [],
  };
}
