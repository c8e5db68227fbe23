import type { Instant } from '@vakthavende/core/kernel';
import { useNow } from './clock.ts';
import { texts } from './texts.nb.ts';
import { clockText, clockTextWithSeconds, dateText, durationText, momentText } from './time-text.ts';

/** A time on the clock in Norway. The date stands with it when it is not today, or always with `date`. */
export function Time(props: { readonly at: Instant; readonly date?: 'auto' | 'always' | 'never'; readonly seconds?: boolean }) {
  const now = useNow();
  const clock = props.seconds ? clockTextWithSeconds(props.at) : clockText(props.at);
  const shown = {
    auto: props.seconds && momentText(props.at, now) === clockText(props.at) ? clock : momentText(props.at, now),
    always: `${dateText(props.at, now)} ${clock}`,
    never: clock,
  }[props.date ?? 'auto'];
  return (
    <time className="tabular" dateTime={new Date(props.at).toISOString()}>
      {shown}
    </time>
  );
}

/**
 * Time passed, ticking: `04:31`. From `limits.late` on it is marked by weight, a sign and a text for screen readers, from `limits.warn` by weight.
 * Not announced as it ticks.
 */
export function Elapsed(props: {
  readonly since: Instant;
  readonly until?: Instant | undefined;
  readonly limits?: { readonly warn?: number; readonly late: number };
}) {
  const now = useNow();
  const passed = (props.until ?? now) - props.since;
  const tone = toneOf(passed, props.limits);
  return (
    <span className="elapsed tabular" data-tone={tone} role="timer" aria-live="off">
      {tone === 'late' && <span aria-hidden="true">! </span>}
      {durationText(passed)}
      {tone === 'late' && <span className="ds-sr-only"> {texts.late}</span>}
    </span>
  );
}

/** Time left until a moment: `03:12`, then `! 00:40 over`. */
export function Remaining(props: { readonly until: Instant }) {
  const now = useNow();
  const left = props.until - now;
  return (
    <span className="elapsed tabular" data-tone={left < 0 ? 'late' : undefined} role="timer" aria-live="off">
      {left < 0 ? `! ${durationText(-left)} ${texts.over}` : durationText(left)}
    </span>
  );
}

function toneOf(passed: number, limits: { readonly warn?: number; readonly late: number } | undefined): 'late' | 'warn' | undefined {
  if (!limits) return undefined;
  if (passed >= limits.late) return 'late';
  return limits.warn !== undefined && passed >= limits.warn ? 'warn' : undefined;
}
