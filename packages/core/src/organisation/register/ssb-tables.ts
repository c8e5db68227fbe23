import { addDays, type LocalDate } from '../../kernel/index.ts';
import { type CentralityClass, sizeGroups } from '../municipality.ts';
import type { RegisterView } from './compile.ts';
import { formsOn, type KostraForm, type MunicipalityForms, type SubForm } from './forms.ts';
import type { Municipality } from './model.ts';

/** What a table counts: municipalities with this form, or this sub-form of it, or more than one form. */
export type Counted = { readonly form: KostraForm; readonly subForm?: SubForm } | { readonly combination: true };

interface Column {
  readonly label: string;
  readonly count: Counted;
  /** Number of municipalities, or of each hundred in the row's group. */
  readonly unit: 'number' | 'percent';
}

export interface TableDefinition {
  readonly id: string;
  readonly title: string;
  /** `form`: one row a thing counted; else the country and then each group of municipalities. */
  readonly rows: 'form' | 'centrality' | 'size';
  readonly columns: readonly Column[];
}

const ordinary: Counted = { form: 'A', subForm: 'ordinary' };
const dayOnly: Counted = { form: 'A', subForm: 'dayServiceOnly' };
const combination: Counted = { combination: true };

/** SSB report 2023/6, tables 3.1-3.6. Population: all municipalities in use on the day (356 in 2021). */
export const ssbTableDefinitions: readonly TableDefinition[] = [
  {
    id: '3.1',
    title: 'Kommuner med ulike former for organisering av legevakt. Antall og andel (prosent)',
    rows: 'form',
    columns: [
      { label: 'A Egen kommunal legevakt (utenom kun daglegevakt)', count: ordinary, unit: 'number' },
      { label: 'A Kun egen kommunal daglegevakt', count: dayOnly, unit: 'number' },
      { label: 'B Fast vertskommune for interkommunal legevakt', count: { form: 'B' }, unit: 'number' },
      { label: 'C Deltakerkommune i interkommunal legevakt eller legevakt på omgang', count: { form: 'C' }, unit: 'number' },
      {
        label: 'D Kommunen kjøpte hele eller deler av legevakttjenesten fra private eller spesialisthelsetjeneste',
        count: { form: 'D' },
        unit: 'number',
      },
      { label: 'Kommuner med en kombinasjon av to eller tre ulike legevaktorganiseringer', count: combination, unit: 'number' },
    ],
  },
  {
    id: '3.2',
    title: 'Andel av kommuner per kommunegruppe med ulike legevaktordninger, etter sentralitet. Prosent',
    rows: 'centrality',
    columns: [
      { label: 'A. Egen kommunal legevakt (utenom kun daglegevakt)', count: ordinary, unit: 'percent' },
      { label: 'A. Kun kommunal daglegevakt', count: dayOnly, unit: 'percent' },
      { label: 'B. Fast vertskommune for interkommunal legevakt/IKS', count: { form: 'B' }, unit: 'percent' },
      { label: 'C. Deltakerkommune i interkommunal legevakt', count: { form: 'C' }, unit: 'percent' },
    ],
  },
  {
    id: '3.3',
    title: 'Antall og andel (prosent) av kommuner i hver kommunegruppe med en kombinasjon av ulike legevaktordninger, etter sentralitet',
    rows: 'centrality',
    columns: [
      { label: 'Antall kommuner', count: combination, unit: 'number' },
      { label: 'Andel kommuner (prosent)', count: combination, unit: 'percent' },
    ],
  },
  {
    id: '3.4',
    title:
      'Andel med egen kommunal legevakt eksklusive kun daglegevakt, og andel med kun daglegevakt i del A, etter kommunestørrelse. Prosent',
    rows: 'size',
    columns: [
      { label: 'Egen kommunal legevakt uten samarbeid med andre kommuner, eksklusive kun daglegevakt', count: ordinary, unit: 'percent' },
      { label: 'Utelukkende daglegevakt på legekontor i ordinær åpningstid på hverdager', count: dayOnly, unit: 'percent' },
    ],
  },
  {
    id: '3.5',
    title: 'Del B: Antall vertskommuner for legevakt og andel (i prosent) av kommunene i gruppen, etter kommunestørrelse',
    rows: 'size',
    columns: [
      { label: 'Antall vertskommuner', count: { form: 'B' }, unit: 'number' },
      { label: 'Andel vertskommuner', count: { form: 'B' }, unit: 'percent' },
    ],
  },
  {
    id: '3.6',
    title: 'Andel kommuner i del C: deltakerkommune, og i de underliggende svaralternativene, etter kommunestørrelse. Prosent',
    rows: 'size',
    columns: [
      { label: 'Del C - deltakerkommune i interkommunal legevaktordning og legevakt på omgang', count: { form: 'C' }, unit: 'percent' },
      { label: 'I samarbeid med vertskommune', count: { form: 'C', subForm: 'withHost' }, unit: 'percent' },
      { label: 'Lokalisert i flere av kommunene eller på omgang', count: { form: 'C', subForm: 'severalOrRotating' }, unit: 'percent' },
      {
        label: 'IKS eller interkommunalt AS, ikke lokalisert i kommunen',
        count: { form: 'C', subForm: 'iksOrAsElsewhere' },
        unit: 'percent',
      },
    ],
  },
];

/** `undefined`: no municipality in the group, or none of known form, so that nothing can be said. */
export interface SsbTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[];
  /** Municipalities counted, and those of them for which some arrangement's legal form is not known. */
  readonly population: number;
  readonly withUnknown: number;
}

interface Member extends MunicipalityForms {
  readonly inhabitants: number | undefined;
  readonly centrality: CentralityClass | undefined;
}

export function ssbTables(view: RegisterView, date: LocalDate): readonly SsbTable[] {
  const members = formsOn(view, date).map((forms): Member => ({ ...forms, ...traitsOn(view, forms.number, date) }));
  return ssbTableDefinitions.map((definition) => tableOf(definition, members));
}

function tableOf({ id, title, rows, columns }: TableDefinition, members: readonly Member[]): SsbTable {
  const common = { id, title, population: members.length, withUnknown: members.filter(({ unknown }) => unknown.length > 0).length };
  if (rows === 'form') {
    const line = ({ label, count }: Column) => ({
      label,
      values: [cell({ label, count, unit: 'number' }, members), cell({ label, count, unit: 'percent' }, members)],
    });
    return { ...common, columns: ['Antall kommuner', 'Andel av kommuner'], rows: columns.map(line) };
  }
  const groups = [{ label: 'Landet', of: members }, ...(rows === 'size' ? sizeRows(members) : centralityRows(members))];
  return {
    ...common,
    columns: columns.map(({ label }) => label),
    rows: groups.map(({ label, of }) => ({ label, values: columns.map((column) => cell(column, of)) })),
  };
}

/** Percentages half up to whole percent, as the report prints them. */
function cell({ count, unit }: Column, members: readonly Member[]): number | undefined {
  if (members.length === 0) return undefined;
  const counted = members.filter((member) => counts(member, count)).length;
  return unit === 'number' ? counted : Math.floor((counted * 100) / members.length + 0.5);
}

function counts({ forms, subForms }: Member, count: Counted): boolean {
  if ('combination' in count) return forms.length > 1;
  return forms.includes(count.form) && (count.subForm === undefined || subForms.includes(count.subForm));
}

const centralityNames = [
  '1 Mest sentrale kommuner',
  '2 Nest-mest sentrale kommuner',
  '3 Mellomsentrale kommuner 1',
  '4 Mellomsentrale kommuner 2',
  '5 Nest-minst sentrale kommuner',
  '6 Minst sentrale kommuner',
] as const;

function centralityRows(members: readonly Member[]) {
  return centralityNames.map((label, i) => ({ label, of: members.filter(({ centrality }) => centrality === i + 1) }));
}

const sizeNames: Readonly<Record<(typeof sizeGroups)[number]['id'], string>> = {
  'under-2000': 'Under 2 000 innbyggere',
  '2000-4999': '2 000 - 4 999 innbyggere',
  '5000-9999': '5 000 - 9 999 innbyggere',
  '10000-19999': '10 000 - 19 999 innbyggere',
  '20000-49999': '20 000 - 49 999 innbyggere',
  '50000-over': '50 000 eller flere innbyggere',
};

function sizeRows(members: readonly Member[]) {
  return sizeGroups.map(({ id, from, to }) => ({
    label: sizeNames[id],
    of: members.filter(({ inhabitants }) => inhabitants !== undefined && from <= inhabitants && inhabitants < to),
  }));
}

/** Inhabitants as counted last up to the day after (SSB's "per 31.12" is the count of 1.1), centrality in the version of the time. */
export function traitsOn(view: RegisterView, number: string, date: LocalDate): Pick<Member, 'inhabitants' | 'centrality'> {
  const row: Municipality | undefined = view.history.municipalities
    .get(number)
    ?.find(({ validFrom, validTo }) => (validFrom === undefined || validFrom <= date) && (validTo === undefined || date < validTo));
  const until = addDays(date, 1);
  const counted = row?.populations.filter((one) => one.date <= until).at(-1) ?? row?.populations[0];
  const version = date < '2024-01-01' ? '2020' : '2024';
  return { inhabitants: counted?.inhabitants, centrality: row?.centralities.find((one) => one.version === version)?.class };
}
