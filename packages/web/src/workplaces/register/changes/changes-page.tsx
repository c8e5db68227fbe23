import { Button } from '@digdir/designsystemet-react';
import { addDays, type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';
import {
  type PlaceChange,
  type Register,
  type RowChange,
  registerTables,
  type Versioned,
  whatChanged,
} from '@vakthavende/core/organisation';
import { useMemo, useState } from 'react';
import { placeNameOn } from '../../../organisation/index.ts';
import { type Column, DenseTable, Empty, Panel, ProblemNotice, TextInput } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { EditTable, useHistory } from '../thing/history.tsx';
import { dayText } from '../thing/words.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';

const t = texts.changes;

/** What is otherwise on one day than on another, and who has edited the list. */
export function ChangesPage(part: RegisterPart) {
  const { register, list } = part.loaded;
  const [from, setFrom] = useState<string>(addDays(part.date, -365));
  const [to, setTo] = useState<string>(part.date);
  const [first, second] = [parseLocalDate(from), parseLocalDate(to)];
  const valid = first !== undefined && second !== undefined && first < second;
  const changes = useMemo(() => (valid ? whatChanged(register, { from: first, to: second }) : undefined), [register, valid, first, second]);
  const history = useHistory(list);
  const days = useMemo(() => changeDays(register), [register]);
  return (
    <div className="changes">
      <Panel title={t.title}>
        <div className="changes-dates">
          <TextInput type="date" label={t.from} value={from} onChange={setFrom} />
          <TextInput type="date" label={t.to} value={to} onChange={setTo} error={valid ? undefined : t.backwards} />
        </div>
        {days.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, without a fieldset's frame
          <div className="change-days" role="group" aria-label={t.days}>
            <span className="quiet">{t.days}</span>
            {days.map((day) => (
              <Button
                key={day}
                variant="tertiary"
                aria-pressed={to === day}
                onClick={() => {
                  setFrom(addDays(day, -1));
                  setTo(day);
                }}
              >
                {dayText(day)}
              </Button>
            ))}
          </div>
        )}
      </Panel>
      {changes && second && first && (
        <div className="changes-columns">
          <Panel title={t.rows} flush>
            <DenseTable
              caption={t.rows}
              hideCaption
              rows={changes.rows}
              columns={rowColumns(part)}
              rowKey={({ table, id }) => `${table} ${id}`}
              empty={<Empty title={t.none} />}
            />
          </Panel>
          <Panel title={t.places} flush>
            <DenseTable
              caption={t.places}
              hideCaption
              rows={changes.places}
              columns={placeColumns(part, first, second)}
              rowKey={({ place }) => place}
              empty={<Empty title={t.none} />}
            />
          </Panel>
        </div>
      )}
      <Panel title={t.edits} flush>
        <ProblemNotice problem={history.error} onRetry={() => void history.refetch()} />
        <EditTable edits={history.data?.edits ?? []} named />
      </Panel>
    </div>
  );
}

const mostDays = 14;

/** The latest days on which something in the list begins or ends to hold. */
function changeDays({ now: { data } }: Register): readonly LocalDate[] {
  const rows = registerTables.flatMap((table): readonly Versioned[] => data[table]);
  const spans = [
    ...rows.map(({ valid }) => valid),
    ...data.districts.flatMap(({ members }) => members),
    ...data.callCentres.flatMap(({ routing }) => routing),
  ];
  const days = new Set(spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  return [...days].toSorted().slice(-mostDays);
}

function rowColumns({ shown }: RegisterPart): readonly Column<RowChange>[] {
  return [
    {
      key: 'name',
      header: t.name,
      rowHeader: true,
      sortBy: ({ name }) => name,
      cell: ({ table, id, name }) => <ThingLink shown={shown} kind={table} id={id} name={name} />,
    },
    {
      key: 'kind',
      header: texts.browse.what,
      from: 'tablet',
      sortBy: ({ table }) => texts.kind[table],
      cell: ({ table }) => texts.kind[table],
    },
    { key: 'change', header: t.what, sortBy: ({ change }) => change, cell: ({ change }) => t.kinds[change] },
    { key: 'fields', header: t.fields, cell: ({ fields }) => fields.map((field) => texts.fields[field] ?? field).join(', ') },
  ];
}

function placeColumns({ shown, loaded }: RegisterPart, from: LocalDate, to: LocalDate): readonly Column<PlaceChange>[] {
  const name = ({ place, after }: PlaceChange) => placeNameOn(loaded.register, place, after ? to : from);
  const who = (arrangements: PlaceChange['before']) =>
    arrangements === undefined ? t.noPlace : arrangements.map((each) => each.name).join(', ') || t.nobody;
  return [
    {
      key: 'place',
      header: t.place,
      rowHeader: true,
      sortBy: name,
      cell: (row) => <PlaceLink shown={shown} place={row.place} name={name(row)} />,
    },
    { key: 'before', header: t.before, cell: ({ before }) => who(before) },
    { key: 'after', header: t.after, cell: ({ after }) => who(after) },
  ];
}
