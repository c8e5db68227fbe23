import { type Instant, type Interval, instant, osloOffset } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import type { Register } from './compile.ts';
import { clockStretches } from './day-instants.ts';
import type { ServedBy } from './questions.ts';
import { periodOn, servedBy } from './served-by.ts';
import { planOn } from './week-plan.ts';

const minuteLength = 60_000;
const dayLength = 86_400_000;

export interface ServedSpan extends Interval<Instant> {
  /** As it stands at `from`: a gap's `opensAt` is the next after that. */
  readonly answer: ServedBy;
}

/** Who serves a place from an instant to another: intervals that touch, in order, cut where anything opens or closes. */
export function servedSpans(
  register: Register,
  place: PlaceId,
  span: Interval<Instant> & { readonly asKnownAt?: Instant | undefined },
): readonly ServedSpan[] {
  const view = register.asKnownAt(span.asKnownAt);
  const cuts = new Set<number>([span.from]);
  const dayOf = (at: number) => Math.floor((at + osloOffset(instant(at))) / dayLength);
  for (let day = dayOf(span.from); day <= dayOf(span.to - 1); day += 1) {
    const period = periodOn(view, place, day);
    const starts = period ? planOn(period.terms, day).starts : [0];
    for (const { from, to, midnight } of clockStretches(day)) {
      for (const minute of [from, ...starts.filter((start) => from < start && start < to)]) cuts.add(midnight + minute * minuteLength);
    }
  }
  const bounds = [...cuts].filter((cut) => cut >= span.from && cut < span.to).toSorted((a, b) => a - b);
  const spans: ServedSpan[] = [];
  for (const [i, from] of bounds.entries()) {
    const next = {
      from: instant(from),
      to: instant(bounds[i + 1] ?? span.to),
      answer: servedBy(register, place, instant(from), span.asKnownAt),
    };
    const last = spans.at(-1);
    if (last && alike(last.answer, next.answer)) spans[spans.length - 1] = { ...last, to: next.to };
    else spans.push(next);
  }
  return spans;
}

function alike(a: ServedBy, b: ServedBy): boolean {
  return idsOf(a) === idsOf(b);
}

function idsOf(answer: ServedBy): string {
  const services = answer.kind === 'gap' ? answer.reason.code : answer.services.map(({ id }) => id).join();
  return `${answer.kind} ${services} ${answer.callCentre?.id} ${answer.openClinics.map(({ id }) => id).join()}`;
}
