import { Button } from '@digdir/designsystemet-react';
import { hour, type Instant, type Interval, instant, minute, plus } from '@vakthavende/core/kernel';
import { uncovered } from '@vakthavende/core/roster';
import { Alert, useNow } from '../ui/index.ts';
import { momentEntryText } from './moment-entry.ts';
import { texts } from './texts.nb.ts';
import { lengthText, spanText } from './time-span.ts';
import type { ShownDuty } from './use-duty-list.ts';

/** An uncovered time this far ahead is told (the plan will alarm the manager at the same limit). */
const lookAhead = 72 * hour;

/** The times without a primary duty within three days; nothing where there are none. */
export function GapWarning(props: {
  readonly entries: readonly ShownDuty[];
  readonly onEnter?: ((gap: Interval<Instant>) => void) | undefined;
}) {
  const now = useNow();
  // Whole minutes, so that the text stands still.
  const from = instant(now - (now % minute));
  const gaps = uncovered(props.entries, 'primary', { from, to: plus(from, lookAhead) });
  const onEnter = props.onEnter;
  if (gaps.length === 0) return null;
  return (
    <Alert tone="warning" title={texts.gapTitle}>
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap.from}>
            <span className="tabular">
              {gap.from <= now ? `${texts.gapNow}–${momentEntryText(gap.to)}` : spanText(gap)} ({lengthText(gap)})
            </span>
            {onEnter && (
              <Button variant="secondary" onClick={() => onEnter(gap)} aria-label={`${texts.enterForGap}: ${spanText(gap)}`}>
                {texts.enterForGap}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
