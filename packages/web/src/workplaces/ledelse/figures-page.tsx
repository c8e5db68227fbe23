import { type LocalDate, localDate } from '@vakthavende/core/kernel';
import { actionNames, channelNames } from '../../contact/index.ts';
import { useUnits } from '../../organisation/index.ts';
import {
  FigureCard,
  type FigureId,
  FigureLines,
  HourChart,
  lengthOf,
  Mix,
  type MixClass,
  type Period,
  PieceChart,
  periodOf,
  useFigures,
} from '../../statistics/index.ts';
import { Page, Panel, ProblemNotice, UrgencyMark } from '../../ui/index.ts';
import type { Shown } from './address.ts';
import { ContactsPanel } from './contacts-panel.tsx';
import { Heading, LogLink } from './page-head.tsx';
import { texts } from './texts.nb.ts';

export interface FiguresPart {
  readonly unit: string;
  readonly today: LocalDate;
  readonly shown: Shown;
  readonly show: (next: Partial<Shown>) => void;
}

/** All the figures of a unit for a day or a period, moving as things happen. */
export function FiguresPage(props: FiguresPart) {
  const { unit, today, shown, show } = props;
  const period = periodOf(shown.choice, today);
  const query = useFigures(unit, period);
  const figures = query.data?.figures;
  const open = (figureId: FigureId, cls?: string) => show({ figureId, cls });
  const line = (id: FigureId) => ({ id, figure: figures?.[id], onOpen: open });
  return (
    <Page title={texts.pageTitle} actions={<LogLink unit={unit} />}>
      <Heading unit={unit} choice={shown.choice} today={today} asOf={query.data?.asOf} onChoose={(choice) => show({ choice })} />
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      <div className="figures" aria-busy={query.isPlaceholderData || query.isPending}>
        {useTakesCalls(unit) && (
          <>
            <div className="figure-cards">
              <FigureCard {...line('answeredWithin2Minutes')} required />
              <FigureCard {...line('answeredWithin10Minutes')} />
              <FigureCard {...line('medianAnswerTime')} />
              <FigureCard {...line('callsOffered')} />
            </div>
            <div className="figure-halves">
              <Panel title={texts.calls} flush>
                <FigureLines
                  label={texts.callLines}
                  lines={(
                    [
                      'callsAnswered',
                      'callsAbandoned',
                      'callsSentOn',
                      'callsOpen',
                      'callsAbandonedInMessage',
                      'redials',
                      'callsPerContact',
                    ] as const
                  ).map(line)}
                />
              </Panel>
              <Panel title={lengthOf(period) === 1 ? texts.byHour : texts.byDay}>
                <Chart unit={unit} period={period} show={show} />
              </Panel>
            </div>
          </>
        )}
        <Panel title={texts.contacts} flush>
          <FigureLines label={texts.contactLines} lines={(['contactsOpened', 'contactsClosed', 'lateEntries'] as const).map(line)} />
        </Panel>
        <Panel title={texts.urgency}>
          <div className="mixes">
            <Mix {...line('firstUrgencyMix')} classes={urgencies} />
            <Mix {...line('lastUrgencyMix')} classes={urgencies} />
            <Mix {...line('channelMix')} classes={named(channelNames)} />
          </div>
        </Panel>
        <Panel title={texts.actions}>
          <p className="quiet note">{texts.actionsNote}</p>
          <div className="mixes">
            <Mix {...line('firstActionMix')} classes={named(actionNames)} />
            <Mix {...line('lastActionMix')} classes={named(actionNames)} />
          </div>
        </Panel>
        <ContactsPanel unit={unit} period={period} />
      </div>
    </Page>
  );
}

function Chart({ unit, period, show }: { readonly unit: string; readonly period: Period; readonly show: FiguresPart['show'] }) {
  if (lengthOf(period) === 1) return <HourChart unit={unit} day={localDate(period.from)} period={period} caption={texts.byHour} />;
  return (
    <PieceChart
      unit={unit}
      period={period}
      caption={texts.byDay}
      onOpen={({ from, to }) => show({ choice: { kind: 'fixed', from, to } })}
    />
  );
}

/** A clinic has no telephone queue; until the register has answered, all is shown. */
function useTakesCalls(unit: string): boolean {
  const known = useUnits().get(unit);
  return known === undefined || known.kind === 'callCentre';
}

const mark = (urgency: 'red' | 'yellow' | 'green', name: string): MixClass => ({
  name,
  tone: urgency,
  mark: <UrgencyMark urgency={urgency} size="sm" label="" />,
});
const urgencies: Readonly<Record<string, MixClass>> = {
  red: mark('red', 'Rød – akutt'),
  yellow: mark('yellow', 'Gul – haster'),
  green: mark('green', 'Grønn – vanlig'),
};

function named(names: Readonly<Record<string, string>>): Readonly<Record<string, MixClass>> {
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, { name }]));
}
