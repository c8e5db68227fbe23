import { addDays, dateOfEpochDay, epochDayOfDate, type LocalDate, osloInstant, weekdayOfEpochDay } from '@vakthavende/core/kernel';
import { type PlaceId, type Register, type ServedBy, type ServedSpan, servedSpans } from '@vakthavende/core/organisation';
import { type PlaceState, stateOf } from './place-state.ts';

/** A stretch of time in which the same ones have the duty. Half-open. */
export interface AnswerSpan extends ServedSpan {
  readonly state: PlaceState;
}

export function mondayOf(date: LocalDate): LocalDate {
  const days = epochDayOfDate(date);
  return dateOfEpochDay(days - weekdayOfEpochDay(days));
}

/** A place's days from the first on, as spans that touch, in order. */
export function spansOf(
  register: Register,
  place: PlaceId,
  { first, days }: { readonly first: LocalDate; readonly days: number },
): readonly AnswerSpan[] {
  const span = { from: osloInstant(first, 0), to: osloInstant(addDays(first, days), 0) };
  return servedSpans(register, place, span).map((each) => ({ ...each, state: stateOf(each.answer) }));
}

export function servicesOf(answer: ServedBy): readonly { readonly id: string; readonly name: string }[] {
  return answer.kind === 'gap' ? [] : answer.services;
}
