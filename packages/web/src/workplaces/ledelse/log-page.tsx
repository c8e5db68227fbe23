import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type AccessLogEntry, getAccessLog } from '@vakthavende/contract/contact';
import { useState } from 'react';
import { call, useCan } from '../../app/index.ts';
import { useUnitName } from '../../organisation/index.ts';
import { Alert, Empty, Page, ProblemNotice } from '../../ui/index.ts';
import { type LogFilter, LogFilters } from './log-filters.tsx';
import { emergenciesFirst, type LogKind, wholeReference } from './log-rows.ts';
import { LogTable } from './log-table.tsx';
import { texts } from './texts.nb.ts';

const t = texts.log;
/** All openings, or one kind, as the server sends them: an emergency of last year is found among thousands. Searches are seen only when asked for. */
const kinds = ['all', 'emergency', 'purpose', 'opened', 'searched'] as const satisfies readonly (LogKind | 'all')[];

/** Who has opened which contact of the unit, when and why. */
export function LogPage({ unit }: { readonly unit: string }) {
  const allowed = useCan('readAccessLog', unit);
  const unitName = useUnitName();
  return (
    <Page
      title={t.title}
      actions={
        <Link to="/ledelse" className="page-link">
          ‹ {t.back}
        </Link>
      }
    >
      <p className="days-shown">
        <strong>{unitName(unit)}</strong> <span className="quiet">{t.intro}</span>
      </p>
      {allowed ? <Log unit={unit} /> : <Empty title={t.notAllowed} />}
    </Page>
  );
}

function Log({ unit }: { readonly unit: string }) {
  const [filter, setFilter] = useState<LogFilter>({ day: '', contact: '', person: undefined });
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const query = useLog(unit, filter, kind);
  const rows = emergenciesFirst(query.data?.rows ?? []);
  return (
    <>
      <LogFilters filter={filter} rows={rows} onFilter={setFilter} />
      <div className="rows-filter">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame; these are buttons of which one is pressed */}
        <div className="segments" role="group" aria-label={t.kinds}>
          {kinds.map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
              {each === 'all' ? t.all : t.kindNames[each]}
            </button>
          ))}
        </div>
        <Button variant="tertiary" onClick={() => void query.refetch()}>
          {t.refresh}
        </Button>
      </div>
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      {query.data?.more && <Alert tone="warning">{t.more}</Alert>}
      <div className="log-frame" aria-busy={query.isFetching}>
        <LogTable
          rows={rows}
          onPerson={({ staffId, name }: AccessLogEntry) => setFilter({ ...filter, person: { staffId, name } })}
          onContact={({ contactId }: AccessLogEntry) => setFilter({ ...filter, contact: contactId })}
        />
      </div>
    </>
  );
}

/** Openings are no events of the journal, so the feed does not tell of them: asked again each minute, and on demand. */
const everyMinute = 60_000;

function useLog(unit: string, filter: LogFilter, kind: LogKind | 'all') {
  const contactId = wholeReference(filter.contact);
  const wanted = {
    unit,
    ...(kind === 'all' ? {} : { kind }),
    ...(filter.day ? { day: filter.day } : {}),
    ...(filter.person ? { staffId: filter.person.staffId } : {}),
    ...(contactId ? { contactId } : {}),
  };
  return useQuery({
    queryKey: [getAccessLog.path, wanted],
    queryFn: ({ signal }) => call(getAccessLog, { query: wanted }, signal),
    refetchInterval: everyMinute,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
