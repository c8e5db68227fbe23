import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type EditRow, getHistory, type RegisterKind } from '@vakthavende/contract/organisation';
import { call } from '../../../app/index.ts';
import { registerKey } from '../../../organisation/index.ts';
import { type Column, DenseTable, Empty, Panel, ProblemNotice, Time } from '../../../ui/index.ts';
import { searchOf } from '../address.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { validText } from './words.ts';

const t = texts.history;

export function useHistory(list: string, kind?: RegisterKind, id?: string) {
  return useQuery({
    queryKey: [registerKey, getHistory.path, list, kind, id],
    queryFn: ({ signal }) => call(getHistory, { query: { list, ...(kind && { kind }), ...(id !== undefined && { id }) } }, signal),
    staleTime: 15_000,
  });
}

/** Who changed it, when and why, and everything that the register has said of it: nothing is deleted. */
export function HistoryPanel(props: RegisterPart & { readonly kind: RegisterKind; readonly id: string }) {
  const { loaded, kind, id, shown } = props;
  const query = useHistory(loaded.list, kind, id);
  const rows = query.data?.rows ?? [];
  return (
    <Panel title={t.title} flush>
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      <EditTable edits={query.data?.edits ?? []} />
      {rows.length > 1 && (
        <div className="said">
          <h3>{t.said}</h3>
          <ol>
            {rows.map(({ known, what }) => (
              <li key={`${known.from} ${known.to} ${what.row.valid.from}`} data-past={known.to !== undefined}>
                <strong>{what.row.name}</strong>, {validText(what.row.valid)}
                <span className="quiet">
                  {' '}
                  · {t.knownFrom} <Time at={known.from} date="always" />
                  {known.to === undefined ? (
                    ` · ${t.stillSaid}`
                  ) : (
                    <>
                      {' '}
                      · {t.knownTo} <Time at={known.to} date="always" />{' '}
                      <Link to="/register" search={searchOf({ ...shown, asKnownAt: known.from }) as never} className="thing-link">
                        {t.see}
                      </Link>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

/** Edits, newest first; with names of what was edited where they are of several things. */
export function EditTable({ edits, named = false }: { readonly edits: readonly EditRow[]; readonly named?: boolean }) {
  const columns: readonly Column<EditRow>[] = [
    { key: 'at', header: t.when, width: '120px', cell: ({ at }) => <Time at={at} date="always" /> },
    { key: 'actor', header: t.who, rowHeader: true, cell: ({ actor }) => actor },
    {
      key: 'type',
      header: t.what,
      cell: (edit) => (named && edit.id !== undefined ? `${t.types[edit.type]}: ${edit.name ?? edit.id}` : t.types[edit.type]),
    },
    { key: 'reason', header: t.why, cell: ({ reason }) => reason },
  ];
  return (
    <DenseTable
      caption={t.caption}
      hideCaption
      rows={edits}
      columns={columns}
      rowKey={({ listVersion }) => String(listVersion)}
      empty={<Empty title={t.none} />}
    />
  );
}
