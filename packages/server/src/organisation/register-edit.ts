import { type EditRemark, type RegisterChange, registerProblemText } from '@vakthavende/contract/organisation';
import { addDays, type Instant, type LocalDate, osloDay } from '@vakthavende/core/kernel';
import {
  checkRegister,
  compileRegister,
  coverage,
  type Geography,
  type PlaceId,
  type RegisterProblem,
  severityOf,
  type Versioned,
} from '@vakthavende/core/organisation';
import { Refused } from '../platform/problems.ts';
import { placeName } from './place-names.ts';
import { minutesOf } from './question-views.ts';
import { type AnyRegisterRow, canonical, contentOf, type RegisterContent, rowsOf } from './register-rows.ts';

export interface Difference {
  readonly added: readonly AnyRegisterRow[];
  readonly closed: readonly AnyRegisterRow[];
}

export function kindAndId(change: RegisterChange): { readonly kind: AnyRegisterRow['kind']; readonly id: string } {
  return change.type === 'end' ? change : { kind: change.what.kind, id: change.what.row.id };
}

/** The rows that a change closes and adds, given the list's rows. What held before the change's day stays as it was. */
export function differenceOf(content: RegisterContent, change: RegisterChange, now: Instant): Difference {
  const { kind, id } = kindAndId(change);
  const held = rowsOf(content).filter((each) => each.kind === kind && each.row.id === id && each.row.known.to === undefined);
  switch (change.type) {
    case 'add':
      if (held.length > 0) throw new Refused({ code: 'thing-exists', field: 'change.what.row.id', id });
      return { added: [newRow(change.what, now)], closed: [] };
    case 'change':
      return changeFrom(held, newRow(change.what, now));
    case 'correct': {
      const closed = held.filter(({ row }) => holdsOn(row, change.on));
      if (closed.length === 0) throw new Refused({ code: 'thing-unknown', field: 'change.on' });
      return { added: [newRow(change.what, now)], closed };
    }
    case 'end':
      return endFrom(held, change.from);
  }
}

/** Rows that reach into the new one's days give way to it from its first day on. */
function changeFrom(held: readonly AnyRegisterRow[], next: AnyRegisterRow): Difference {
  const { from } = next.row.valid;
  if (held.length === 0) throw new Refused({ code: 'thing-unknown', field: 'change.what.row.id' });
  const { added, closed } = cutAt(held, from);
  return { added: [...added, next], closed };
}

function endFrom(held: readonly AnyRegisterRow[], from: LocalDate): Difference {
  const difference = cutAt(held, from);
  if (difference.closed.length === 0) throw new Refused({ code: 'thing-unknown', field: 'change.from' });
  return difference;
}

function cutAt(held: readonly AnyRegisterRow[], from: LocalDate): Difference {
  const closed = held.filter(({ row }) => row.valid.to === undefined || row.valid.to > from);
  const added = closed
    .filter(({ row }) => row.valid.from < from)
    .map((each) => ({ ...each, row: { ...each.row, valid: { ...each.row.valid, to: from } } }));
  // The same kind of row with an earlier end.
  return { added: added as readonly AnyRegisterRow[], closed };
}

function newRow(what: Extract<RegisterChange, { type: 'add' }>['what'], now: Instant): AnyRegisterRow {
  // Content of the kind, and when it is known from: a row of the kind.
  return { kind: what.kind, row: { ...what.row, known: { from: now } } } as AnyRegisterRow;
}

function holdsOn({ valid }: Versioned, on: LocalDate): boolean {
  return valid.from <= on && (valid.to === undefined || on < valid.to);
}

export function contentAfter(content: RegisterContent, { added, closed }: Difference): RegisterContent {
  const gone = new Set(closed.map(({ row }) => row));
  const known = rowsOf(content).filter(({ row }) => row.known.to === undefined && !gone.has(row));
  return contentOf([...known, ...added]);
}

/** What the change makes wrong that was not wrong before; `refused` stops it. */
export function remarksOf(
  geography: Geography,
  before: RegisterContent,
  change: { after: RegisterContent; kind: string; id: string },
): EditRemark[] {
  const problems = (content: RegisterContent) => checkRegister({ list: 'change', ...geography, ...content });
  const was = new Set(problems(before).map(keyOf));
  return problems(change.after)
    .filter((problem) => !was.has(keyOf(problem)) || (problem.table === change.kind && problem.id === change.id))
    .map((problem) => ({
      code: problem.code,
      severity: severityOf(problem) === 'refused' ? 'refused' : 'check',
      field: `${problem.table}.${problem.id}.${problem.field}`,
      text: registerProblemText(problem.code) + (problem.value === undefined ? '' : ` (${problem.value})`),
    }));
}

function keyOf({ row: _, ...problem }: RegisterProblem): string {
  return canonical(problem);
}

/** Four weeks show every cycle that is used, and a holiday where one is near. */
const previewDays = 28;

/** The gaps and overlaps of the places concerned, before and after. */
export function coverageOfChange(
  geography: Geography,
  before: RegisterContent,
  change: { after: RegisterContent; difference: Difference; from: LocalDate },
) {
  const span = { from: osloDay(change.from).from, to: osloDay(addDays(change.from, previewDays)).from };
  const places = placesOf([...change.difference.added, ...change.difference.closed]);
  const only = (content: RegisterContent) => ({
    ...content,
    arrangements: content.arrangements.filter(
      ({ known, places: listed }) => known.to === undefined && listed.some((place) => concerns(place, places)),
    ),
  });
  const compiled = (content: RegisterContent) => compileRegister({ list: 'change', ...geography, ...only(content) });
  const [was, is] = [compiled(before), compiled(change.after)];
  const covered = coverage(is, places, span);
  const coveredBefore = coverage(was, places, span);
  const sum = (all: typeof covered, key: 'gaps' | 'overlaps') => all.reduce((minutes, place) => minutes + minutesOf(place[key]), 0);
  return {
    gaps: covered.flatMap(({ place, gaps }) => gaps.map(({ from, to }) => ({ place, name: placeName(is, place), from, to, services: [] }))),
    overlaps: covered.flatMap(({ place, overlaps }) =>
      overlaps.map(({ from, to, services }) => ({
        ...{ place, name: placeName(is, place), from, to },
        services: services.map(({ id, name }) => ({ id, name })),
      })),
    ),
    minutes: {
      gap: sum(covered, 'gaps'),
      overlap: sum(covered, 'overlaps'),
      wasGap: sum(coveredBefore, 'gaps'),
      wasOverlap: sum(coveredBefore, 'overlaps'),
    },
  };
}

function placesOf(rows: readonly AnyRegisterRow[]): readonly PlaceId[] {
  return [...new Set(rows.flatMap((each) => (each.kind === 'arrangements' ? each.row.places : [])))].toSorted();
}

/** The place itself, or the municipality of the part, or a part of the municipality. */
function concerns(place: PlaceId, asked: readonly PlaceId[]): boolean {
  return asked.some((one) => one.slice(0, 4) === place.slice(0, 4));
}
