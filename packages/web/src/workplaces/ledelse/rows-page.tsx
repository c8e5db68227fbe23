import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { actionNames, channelNames } from '../../contact/index.ts';
import {
  type CallRow,
  type ContactFactRow,
  callColumns,
  callsCsv,
  contactsCsv,
  DefinitionList,
  download,
  type FigureId,
  figureNames,
  figureTexts,
  lengthOf,
  mostDaysOfRows,
  nameIn,
  noClass,
  ofClass,
  periodOf,
  readingOf,
  rowKey,
  type ShownRow,
  useFigures,
  useRows,
} from '../../statistics/index.ts';
import { DenseTable, Empty, Page, Panel, ProblemNotice, useKeys } from '../../ui/index.ts';
import { ContactTable } from './contacts-panel.tsx';
import type { FiguresPart } from './figures-page.tsx';
import { Heading } from './page-head.tsx';
import { usePlaceNames } from './place-names.ts';
import { texts } from './texts.nb.ts';

const t = texts.rows;
type Filter = ShownRow['counts'] | 'all';

/** A figure opened: its value, what it counts, and every row behind it, without identity. */
export function RowsPage(props: FiguresPart & { readonly figureId: FigureId }) {
  const { figureId, unit, today, shown, show } = props;
  const period = periodOf(shown.choice, today);
  const [outside, setOutside] = useState(false);
  const [filter, setFilter] = useState<Filter>('all');
  const figures = useFigures(unit, period);
  const rows = useRows({ figureId, unit, period, outside });
  const figure = figures.data?.figures[figureId];
  const reading = figure && readingOf(figureId, figure);
  const back = () => show({ figureId: undefined, cls: undefined });
  useKeys([{ keys: 'Escape', label: t.back, group: texts.period.group, run: back }]);
  const ofFigure = shown.cls === undefined ? (rows.data ?? []) : ofClass(figureId, shown.cls, rows.data ?? []);
  const visible = filter === 'all' ? ofFigure : ofFigure.filter((row) => row.counts === filter);
  return (
    <Page
      title={t.title(figureNames[figureId])}
      actions={
        <button type="button" className="page-link" onClick={back}>
          ‹ {t.back}
        </button>
      }
    >
      <Heading unit={unit} choice={shown.choice} today={today} asOf={figures.data?.asOf} onChoose={(choice) => show({ choice })} />
      <Panel title={t.definition}>
        <div className="rows-head">
          <p className="rows-reading">
            <span className="figure-value tabular">{reading?.value ?? '…'}</span> <span>{reading?.words}</span>
            {reading?.missing && <span className="figure-missing">{reading.missing}</span>}
          </p>
          <DefinitionList id={figureId} />
        </div>
      </Panel>
      <ProblemNotice problem={rows.error} onRetry={() => void rows.refetch()} />
      <div className="rows-filter">
        <Filters rows={ofFigure} filter={filter} withOutside={outside} onFilter={setFilter} />
        {shown.cls !== undefined && (
          <span className="class-filter">
            {t.cls(className(figureId, shown.cls))}{' '}
            <button type="button" className="link-button" onClick={() => show({ cls: undefined })}>
              {t.allClasses}
            </button>
          </span>
        )}
        {shown.cls === undefined && (
          <Checkbox
            label={t.withOutside}
            checked={outside}
            onChange={(event) => {
              setOutside(event.target.checked);
              setFilter('all');
            }}
          />
        )}
      </div>
      {outside && <p className="quiet note">{t.outsideHint}</p>}
      {lengthOf(period) > mostDaysOfRows ? (
        <Empty title={texts.list.tooLong(mostDaysOfRows)} />
      ) : rows.isPending ? (
        <p className="quiet">{t.loading}</p>
      ) : (
        <Tables {...props} rows={visible} severalDays={lengthOf(period) > 1} name={`${figureId}-${unit}-${period.from}`} />
      )}
    </Page>
  );
}

function Filters(props: {
  readonly rows: readonly ShownRow[];
  readonly filter: Filter;
  readonly withOutside: boolean;
  readonly onFilter: (filter: Filter) => void;
}) {
  const count = (counts: ShownRow['counts']) => props.rows.filter((row) => row.counts === counts).length;
  const all = [
    ['all', t.all(props.rows.length)],
    ['numerator', t.numerator(count('numerator'))],
    ['denominator', t.denominator(count('denominator'))],
    ...(props.withOutside ? ([['outside', t.outside(count('outside'))]] as const) : []),
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame; these are buttons of which one is pressed
    <div className="segments" role="group" aria-label={t.show}>
      {all.map(([filter, name]) => (
        <button key={filter} type="button" aria-pressed={props.filter === filter} onClick={() => props.onFilter(filter)}>
          {name}
        </button>
      ))}
    </div>
  );
}

interface TablesProps {
  readonly unit: string;
  readonly rows: readonly ShownRow[];
  readonly severalDays: boolean;
  /** Of the files. No identity in it. */
  readonly name: string;
}

function Tables({ unit, rows, severalDays, name }: TablesProps) {
  const calls = rows.filter((row): row is CallRow => row.kind === 'call');
  const contacts = rows.filter((row): row is ContactFactRow => row.kind === 'contact');
  const placeName = usePlaceNames(calls.map((row) => row.place));
  if (rows.length === 0) return <Empty title={figureTexts.noRows}>{figureTexts.noRowsHint}</Empty>;
  const file = (text: string, onClick: () => void) => (
    <Button variant="secondary" onClick={onClick}>
      {text}
    </Button>
  );
  return (
    <>
      {calls.length > 0 && (
        <Panel title={t.callsTitle} flush actions={file(t.csvCalls, () => download(`anrop-${name}.csv`, callsCsv(calls)))}>
          <DenseTable caption={t.callsCaption} hideCaption rows={calls} columns={callColumns({ severalDays, placeName })} rowKey={rowKey} />
        </Panel>
      )}
      {contacts.length > 0 && (
        <Panel title={t.contactsTitle} flush actions={file(t.csvContacts, () => download(`kontakter-${name}.csv`, contactsCsv(contacts)))}>
          <ContactTable unit={unit} rows={contacts} severalDays={severalDays} withCounts caption={t.contactsCaption} />
        </Panel>
      )}
    </>
  );
}

const colours: Readonly<Record<string, string>> = { red: 'rød', yellow: 'gul', green: 'grønn' };

function className(figureId: FigureId, cls: string): string {
  if (cls === noClass) return figureTexts.missingClass;
  if (figureId === 'channelMix') return nameIn(channelNames, cls) ?? cls;
  return figureId.endsWith('UrgencyMix') ? (colours[cls] ?? cls) : (nameIn(actionNames, cls) ?? cls);
}
