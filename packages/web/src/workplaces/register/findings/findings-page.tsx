import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRegisterFindings, type RegisterFindingRow } from '@vakthavende/contract/organisation';
import { useState } from 'react';
import { call } from '../../../app/index.ts';
import { registerKey } from '../../../organisation/index.ts';
import { csvOf, download } from '../../../statistics/index.ts';
import { Alert, type Column, DenseTable, Empty, Panel, ProblemNotice } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { spanText } from '../thing/words.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';

const t = texts.findings;

const severity = ['wrong', 'check', 'note'] as const;

/** What is wrong, missing or must be looked at in the list: for those who keep it. */
export function FindingsPage(part: RegisterPart) {
  const [code, setCode] = useState<string>();
  const { list } = part.loaded;
  const query = useQuery({
    queryKey: [registerKey, getRegisterFindings.path, list, part.date, code],
    queryFn: ({ signal }) =>
      call(getRegisterFindings, { query: { list, on: part.date, ...(code !== undefined && { code }), limit: 1_000 } }, signal),
    placeholderData: keepPreviousData,
  });
  const counts = (query.data?.counts ?? []).toSorted((a, b) => severity.indexOf(a.kind) - severity.indexOf(b.kind) || b.count - a.count);
  const rows = query.data?.rows ?? [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="findings">
      <p className="quiet">{t.intro}</p>
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      <div className="findings-columns">
        {/* biome-ignore lint/a11y/useSemanticElements: buttons of which one is pressed, without a fieldset's frame */}
        <div className="finding-kinds" role="group" aria-label={t.filter}>
          <button type="button" aria-pressed={code === undefined} onClick={() => setCode(undefined)}>
            <span>{t.all}</span> <span className="count">{total}</span>
          </button>
          {counts.map((each) => (
            <button key={each.code} type="button" aria-pressed={code === each.code} onClick={() => setCode(each.code)}>
              <span>
                <FindingKind kind={each.kind} /> {each.text}
              </span>{' '}
              <span className="count">{each.count}</span>
            </button>
          ))}
        </div>
        <Panel
          title={t.caption}
          flush
          actions={
            <Button variant="secondary" onClick={() => download(`funn-${list}.csv`, csvOfRows(rows))} disabled={rows.length === 0}>
              {t.export}
            </Button>
          }
        >
          {query.data?.more && <Alert tone="info">{t.more}</Alert>}
          <div aria-busy={query.isFetching}>
            <DenseTable
              caption={t.caption}
              hideCaption
              rows={rows.map((row, index) => ({ ...row, index }))}
              columns={columnsFor(part)}
              rowKey={({ index }) => String(index)}
              initialSort={{ column: 'kind', direction: 'ascending' }}
              empty={query.isPending ? <p className="quiet browse-more">{texts.loading}</p> : <Empty title={t.none} />}
            />
          </div>
        </Panel>
      </div>
    </div>
  );
}

function FindingKind({ kind }: { readonly kind: RegisterFindingRow['kind'] }) {
  const sign = { wrong: '▲', check: '◆', note: '○' }[kind];
  return (
    <span className="finding-kind" data-kind={kind}>
      <span aria-hidden="true">{sign}</span> {t.kinds[kind]}
    </span>
  );
}

function columnsFor({ shown }: RegisterPart): readonly Column<RegisterFindingRow>[] {
  return [
    {
      key: 'kind',
      header: t.kindColumn,
      width: '120px',
      sortBy: ({ kind }) => severity.indexOf(kind),
      cell: ({ kind }) => <FindingKind kind={kind} />,
    },
    {
      key: 'about',
      header: t.about,
      rowHeader: true,
      sortBy: aboutText,
      cell: ({ about, place }) => (
        <>
          {about && <ThingLink shown={shown} kind={about.kind} id={about.id} name={about.name ?? about.id} />}
          {about && place && ' · '}
          {place && <PlaceLink shown={shown} place={place.id} name={place.name ?? place.id} />}
        </>
      ),
    },
    { key: 'text', header: t.text, cell: ({ text }) => text },
    {
      key: 'minutes',
      header: t.minutes,
      align: 'end',
      from: 'tablet',
      sortBy: ({ minutes }) => minutes ?? -1,
      cell: ({ minutes }) => (minutes === undefined ? '' : spanText(minutes)),
    },
  ];
}

function aboutText({ about, place }: RegisterFindingRow): string {
  return [about?.name ?? about?.id, place?.name ?? place?.id].filter(Boolean).join(' ');
}

function csvOfRows(rows: readonly RegisterFindingRow[]): string {
  return csvOf(
    [t.kindColumn, t.about, t.text, t.minutes, t.value],
    rows.map((row) => [t.kinds[row.kind], aboutText(row), row.text, row.minutes, row.field]),
  );
}
