import type { AnyRow } from '@vakthavende/contract/organisation';
import { type LocalDate, minutesOfWeek, parseLocalDate } from '@vakthavende/core/kernel';
import type {
  Arrangement,
  ArrangementKind,
  HolidayRule,
  LegalForm,
  Opening,
  OperatorKind,
  WeeklyWindow,
} from '@vakthavende/core/organisation';
import { minuteText } from '../../../organisation/index.ts';

export interface WindowDraft {
  /** 0 = Monday. */
  readonly fromDay: number;
  /** `15:30`. */
  readonly fromTime: string;
  readonly toDay: number;
  readonly toTime: string;
}

export interface ExceptionDraft {
  /** A date, or the id of a day that comes each year. */
  readonly on: string;
  /** `08:00-15:00, 18:00-24:00`; empty: closed. */
  readonly hours: string;
}

/** An arrangement as it stands in the form: texts, of which some may not be right yet. */
export interface ArrangementDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: ArrangementKind;
  readonly places: readonly string[];
  readonly district: string;
  readonly operatorKind: OperatorKind | '';
  readonly operatorName: string;
  readonly legalForm: LegalForm | '';
  readonly host: string;
  readonly partners: readonly string[];
  readonly clinics: readonly string[];
  readonly callCentre: string;
  readonly phones: string;
  readonly comment: string;
  readonly source: string;
  readonly pattern: Opening['pattern']['kind'];
  readonly anchor: string;
  /** One week, or those of the cycle. */
  readonly weeks: readonly (readonly WindowDraft[])[];
  readonly holidays: HolidayRule;
  readonly exceptions: readonly ExceptionDraft[];
  readonly from: string;
  readonly to: string;
}

export type DraftField = 'id' | 'name' | 'places' | 'operatorName' | 'anchor' | 'windows' | 'exceptions' | 'from' | 'to' | 'source';

export function draftOf(row: Arrangement | undefined, today: LocalDate): ArrangementDraft {
  if (!row) return { ...empty, from: today };
  const { opening, operator } = row;
  const { pattern } = opening;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    places: row.places,
    district: row.district ?? '',
    operatorKind: operator?.kind ?? '',
    operatorName: operator?.name ?? '',
    legalForm: row.legalForm ?? '',
    host: row.host ?? '',
    partners: row.partners,
    clinics: row.clinics,
    callCentre: row.callCentre ?? '',
    phones: row.phones.join(', '),
    comment: row.comment ?? '',
    source: row.source,
    pattern: pattern.kind,
    anchor: pattern.kind === 'cycle' ? pattern.anchor : '',
    weeks: (pattern.kind === 'weekly' ? [pattern.windows] : pattern.kind === 'cycle' ? pattern.weeks : [[]]).map((week) =>
      week.map(windowDraft),
    ),
    holidays: opening.holidays,
    exceptions: opening.exceptions.map(({ on, windows }) => ({
      on,
      hours: windows.map(({ from, to }) => `${minuteText(from)}-${minuteText(to)}`).join(', '),
    })),
    from: row.valid.from,
    to: row.valid.to ?? '',
  };
}

const empty: ArrangementDraft = {
  ...{ id: '', name: '', kind: 'duty', places: [], district: '', operatorKind: '', operatorName: '', legalForm: '', host: '' },
  ...{ partners: [], clinics: [], callCentre: '', phones: '', comment: '', source: '', pattern: 'weekly', anchor: '' },
  ...{ weeks: [[]], holidays: 'asSunday', exceptions: [], from: '', to: '' },
} as const;

export function windowDraft({ from, to }: WeeklyWindow): WindowDraft {
  // A week or more is the whole week; written as from a time to the same time.
  const end = to - from >= minutesOfWeek ? from : to % minutesOfWeek;
  return {
    fromDay: Math.floor(from / 1440),
    fromTime: minuteText(from % 1440),
    toDay: Math.floor(end / 1440),
    toTime: minuteText(end % 1440),
  };
}

/** The window as written; one that does not end after it begins goes on into the week after. */
export function windowOf(draft: WindowDraft): WeeklyWindow | undefined {
  const [start, end] = [timeOf(draft.fromTime), timeOf(draft.toTime)];
  if (start === undefined || end === undefined) return undefined;
  const [from, to] = [draft.fromDay * 1440 + start, draft.toDay * 1440 + end];
  return from === minutesOfWeek ? undefined : { from, to: to <= from ? to + minutesOfWeek : to };
}

/** `24:00` is the day's end. */
export function timeOf(text: string): number | undefined {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1440 ? minute : undefined;
}

/** What the form makes: the row, as a person writes it. */
export type Content = Extract<AnyRow, { kind: 'arrangements' }>['row'];

/** What the form says, as a row of the register; or which fields are not right yet. */
export function contentOf(draft: ArrangementDraft, row: Arrangement | undefined): Read {
  const weeks = draft.weeks.map((week) => week.map(windowOf));
  const exceptions = draft.exceptions.map(exceptionOf);
  const [from, to, anchor] = [parseLocalDate(draft.from), parseLocalDate(draft.to), parseLocalDate(draft.anchor)];
  const wrong: readonly (DraftField | false)[] = [
    !/^[a-z0-9][a-z0-9-]{0,63}$/.test(draft.id) && 'id',
    draft.name.trim() === '' && 'name',
    draft.places.length === 0 && 'places',
    draft.operatorKind !== '' && draft.operatorName.trim() === '' && 'operatorName',
    draft.pattern === 'cycle' && anchor === undefined && 'anchor',
    draft.pattern !== 'unknown' && weeks.flat().includes(undefined) && 'windows',
    exceptions.includes(undefined) && 'exceptions',
    from === undefined && 'from',
    draft.to !== '' && to === undefined && 'to',
    draft.source.trim() === '' && 'source',
  ];
  const fields = wrong.filter((field) => field !== false);
  if (fields.length > 0 || from === undefined) return { content: undefined, wrong: fields };
  const content: Content = {
    id: draft.id,
    name: draft.name.trim(),
    kind: draft.kind,
    places: [...draft.places],
    district: draft.district || undefined,
    operator: operatorOf(draft, row),
    legalForm: draft.legalForm || undefined,
    host: draft.host || undefined,
    partners: [...draft.partners],
    clinics: [...draft.clinics],
    callCentre: draft.callCentre || undefined,
    phones: draft.phones
      .split(/[,;]/)
      .map((phone) => phone.replace(/\s/g, ''))
      .filter(Boolean),
    opening: { pattern: patternOf(draft, weeks.map(whole), anchor), holidays: draft.holidays, exceptions: whole(exceptions) },
    comment: draft.comment.trim() || undefined,
    web: row?.web,
    notes: [...(row?.notes ?? [])],
    valid: to === undefined ? { from } : { from, to },
    source: draft.source.trim(),
  };
  return { content, wrong: [] };
}

interface Read {
  readonly content: Content | undefined;
  /** The fields that are not right yet; then there is no content. */
  readonly wrong: readonly DraftField[];
}

function whole<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

function operatorOf({ operatorKind, operatorName }: ArrangementDraft, row: Arrangement | undefined): Content['operator'] {
  if (operatorKind === '') return undefined;
  const name = operatorName.trim();
  const number = row?.operator?.name === name ? row.operator.organisationNumber : undefined;
  return { kind: operatorKind, name, organisationNumber: number };
}

function patternOf({ pattern }: ArrangementDraft, weeks: WeeklyWindow[][], anchor: LocalDate | undefined): Content['opening']['pattern'] {
  const sorted = weeks.map((week) => week.toSorted((a, b) => a.from - b.from));
  if (pattern === 'cycle' && anchor !== undefined) return { kind: 'cycle', anchor, weeks: sorted };
  return pattern === 'unknown' ? { kind: 'unknown' } : { kind: 'weekly', windows: sorted[0] ?? [] };
}

function exceptionOf({ on, hours }: ExceptionDraft): Content['opening']['exceptions'][number] | undefined {
  const windows = hours
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(hoursOf);
  if (on === '' || windows.includes(undefined)) return undefined;
  // A date, or one of the ids that the form offers.
  return { on: on as Content['opening']['exceptions'][number]['on'], windows: whole(windows) };
}

function hoursOf(text: string): { from: number; to: number } | undefined {
  const [start, end, ...more] = text.split(/[-–]/);
  const [from, to] = [timeOf(start ?? ''), timeOf(end ?? '')];
  return from !== undefined && to !== undefined && from < to && more.length === 0 ? { from, to } : undefined;
}
