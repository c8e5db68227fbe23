import type { Change } from './feed-state.ts';

/**
 * Which changes make a view old: those of a stream in `streams` (`contact:6f…`, or all of a kind with `call:`) and, where `units` is given, that
 * relate to one of them. Neither: every change.
 */
export interface LiveFilter {
  readonly streams?: readonly string[];
  readonly units?: readonly string[];
}

/** Whether the change makes a view with this filter old. */
export function concerns(filter: LiveFilter, [stream, , units]: Change): boolean {
  const streams = filter.streams;
  if (streams && !streams.some((wanted) => (wanted.endsWith(':') ? stream.startsWith(wanted) : stream === wanted))) return false;
  return !filter.units || filter.units.includes('national') || filter.units.some((unit) => units.includes(unit));
}
