import { Link } from '@tanstack/react-router';
import type { Instant } from '@vakthavende/core/kernel';
import { useCan } from '../../app/index.ts';
import { useUnitName } from '../../organisation/index.ts';
import { includes, periodOf, periodText } from '../../statistics/index.ts';
import { Time } from '../../ui/index.ts';
import { PeriodBar, type PeriodBarProps } from './period-bar.tsx';
import { texts } from './texts.nb.ts';

/** What is shown, for which days, and when it was counted. */
export function Heading(props: PeriodBarProps & { readonly unit: string; readonly asOf: Instant | undefined }) {
  const period = periodOf(props.choice, props.today);
  const live = includes(period, props.today);
  return (
    <>
      <p className="days-shown">
        <strong>{useUnitName()(props.unit)}</strong>
        <span className="days-text">
          {periodText(period)}
          {live && `, ${texts.period.soFar}`}
        </span>
        <span className="as-of" data-live={live}>
          {props.asOf !== undefined && (
            <>
              {texts.updated} <Time at={props.asOf} seconds date="never" />
            </>
          )}
        </span>
      </p>
      <PeriodBar choice={props.choice} today={props.today} onChoose={props.onChoose} />
    </>
  );
}

export function LogLink({ unit }: { readonly unit: string }) {
  return useCan('readAccessLog', unit) ? (
    <Link to="/ledelse/logg" className="page-link">
      {texts.logLink}
    </Link>
  ) : null;
}
