import { epochDayOfDate, type LocalDate } from '../../kernel/index.ts';
import { municipalityOf } from '../place.ts';
import { rowsOn } from './compare.ts';
import type { RegisterView } from './compile.ts';
import type { Arrangement, Clinic } from './model.ts';
import { compileOpening } from './opening.ts';
import { periodOn } from './served-by.ts';

export const kostraForms = ['A', 'B', 'C', 'D'] as const;
/** KOSTRA form 1 part 2-4, 2021; SSB report 2023/6, chapter 3. */
export type KostraForm = (typeof kostraForms)[number];

/** SSB 3.1 and 3.3. The three of C overlap: one arrangement may be several of them (164 + 22 + 34 among 208 municipalities). */
export const subForms = ['dayServiceOnly', 'ordinary', 'withHost', 'severalOrRotating', 'iksOrAsElsewhere'] as const;
export type SubForm = (typeof subForms)[number];

export interface MunicipalityForms {
  readonly number: string;
  /** In order A-D, each once. Empty: none can be derived. */
  readonly forms: readonly KostraForm[];
  readonly subForms: readonly SubForm[];
  /** Arrangements whose legal form the source does not tell: a form may be missing. */
  readonly unknown: readonly Arrangement[];
}

/** Forms of every municipality in use on the day, by the ordinary week in force then: "per 31.12" is not New Year's Eve. */
export function formsOn(view: RegisterView, date: LocalDate): readonly MunicipalityForms[] {
  const day = epochDayOfDate(date);
  const clinics = new Map(rowsOn(view.data.clinics, date).map((clinic) => [clinic.id, clinic]));
  return municipalitiesOn(view, date).map((number) => {
    const served = dutyOf(view, number, day);
    const derived = served.flatMap((arrangement) =>
      derive(arrangement, number, { clinics, all: servingTogether(view, arrangement, date), view, day }),
    );
    const own = served.filter(({ legalForm }) => legalForm === 'own');
    const kinds: readonly SubForm[] = own.length === 0 ? [] : [own.every(isDayService) ? 'dayServiceOnly' : 'ordinary'];
    return {
      number,
      forms: kostraForms.filter((form) => derived.some((one) => one.form === form)),
      subForms: subForms.filter((sub) => kinds.includes(sub) || derived.some((one) => one.subForms.includes(sub))),
      unknown: served.filter(({ legalForm }) => legalForm === undefined),
    };
  });
}

export function municipalitiesOn(view: RegisterView, date: LocalDate): readonly string[] {
  const day = epochDayOfDate(date);
  return [...view.history.municipalities.keys()].filter((number) => view.history.isInUse(number, day)).toSorted();
}

/** Of the municipality and its named parts; one's own GP is no legevakt. */
function dutyOf(view: RegisterView, number: string, day: number): readonly Arrangement[] {
  const parts = [...view.timelines.keys()].filter((place) => municipalityOf(place) === number && place !== number);
  const periods = [number, ...parts].flatMap((place) => periodOn(view, place, day) ?? []);
  return [...new Set(periods.flatMap(({ terms }) => terms.arrangements))].filter(({ kind }) => kind === 'duty');
}

interface Derived {
  readonly form: KostraForm;
  readonly subForms: readonly SubForm[];
}

interface Around {
  readonly clinics: ReadonlyMap<string, Clinic>;
  /** The arrangement and those that take turns with it. */
  readonly all: readonly Arrangement[];
  readonly view: RegisterView;
  readonly day: number;
}

function derive(arrangement: Arrangement, number: string, around: Around): readonly Derived[] {
  switch (arrangement.legalForm) {
    case undefined:
      return [];
    case 'own':
      return [{ form: 'A', subForms: [] }];
    case 'bought':
      return [{ form: 'D', subForms: [] }];
    case 'hostCooperation':
    case 'taskCommunity':
    case 'iksOrAs':
      return [cooperation(arrangement, number, around)];
  }
}

/**
 * SSB 3: B is the permanent host, or where the only premises of an IKS or task community stand; every other participant is C, and so is
 * everyone where it goes by turns.
 */
function cooperation(arrangement: Arrangement, number: string, { clinics, all, view, day }: Around): Derived {
  const seats = new Set(all.flatMap((one) => one.clinics.flatMap((id) => seatOf(clinics.get(id), view, day))));
  const host = arrangement.host === undefined ? undefined : (view.history.on(arrangement.host, day) ?? arrangement.host);
  const rotating = all.length > 1;
  const several = seats.size > 1;
  const isHost = !rotating && (host === undefined ? !several && seats.has(number) : host === number);
  if (isHost) return { form: 'B', subForms: [] };
  const found: SubForm[] = [];
  if (host !== undefined && !rotating) found.push('withHost');
  if (several || rotating) found.push('severalOrRotating');
  if (arrangement.legalForm === 'iksOrAs' && !seats.has(number)) found.push('iksOrAsElsewhere');
  return { form: 'C', subForms: found };
}

/** A satellite is not where the legevakt is: no doctor sits there. */
function seatOf(clinic: Clinic | undefined, view: RegisterView, day: number): readonly string[] {
  if (!clinic || clinic.kind === 'satellite' || clinic.place === undefined) return [];
  const number = municipalityOf(clinic.place);
  return [municipalityOf(view.history.on(number, day) ?? number)];
}

/** Arrangements by a cycle in one district for the same places take turns. */
function servingTogether(view: RegisterView, arrangement: Arrangement, date: LocalDate): readonly Arrangement[] {
  if (arrangement.opening.pattern.kind !== 'cycle' || arrangement.district === undefined) return [arrangement];
  return rowsOn(view.data.arrangements, date).filter(
    (other) =>
      other === arrangement ||
      (other.kind === 'duty' &&
        other.district === arrangement.district &&
        other.opening.pattern.kind === 'cycle' &&
        other.places.some((place) => arrangement.places.includes(place))),
  );
}

/** Ordinary office hours, our reading of "ordinær åpningstid på hverdager" (SSB table 3.4): Monday-Friday between 07:00 and 17:00. */
const officeHours = { from: 7 * 60, to: 17 * 60 };

function isDayService({ opening }: Arrangement): boolean {
  const { days, hoursUnknown } = compileOpening(opening);
  return (
    !hoursUnknown &&
    days.every((minutes, day) => minutes.every(({ from, to }) => day % 7 < 5 && from >= officeHours.from && to <= officeHours.to))
  );
}
