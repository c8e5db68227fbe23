import { municipalityOf } from '@vakthavende/core/organisation';
import { memo, useId, useMemo, useState } from 'react';
import {
  type PlaceAnswer,
  type PlaceState,
  placeNameOn,
  placeStates,
  registerWords,
  StateMark,
  StatePatterns,
  servicesOf,
} from '../../../organisation/index.ts';
import { type Column, DenseTable, Empty } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';

const t = texts.table;

/** The same answer as the map's, as a table: every municipality and part, filtered by how it stands. */
export const StateTable = memo(function StateTable(props: {
  readonly part: RegisterPart;
  readonly answers: readonly PlaceAnswer[];
  readonly busy: boolean;
  readonly onSelect: (place: string) => void;
}) {
  const { part, answers } = props;
  const id = useId();
  const [only, setOnly] = useState<PlaceState>();
  const names = useMemo(
    () => new Map(answers.map(({ place }) => [place, placeNameOn(part.loaded.register, place, part.date)])),
    [part.loaded.register, part.date, answers],
  );
  const counts = placeStates.map((state) => [state, answers.filter((row) => row.state === state).length] as const);
  const rows = only ? answers.filter(({ state }) => state === only) : answers;
  const columns: readonly Column<PlaceAnswer>[] = [
    {
      key: 'name',
      header: t.place,
      rowHeader: true,
      cell: ({ place }) => names.get(place) ?? place,
      sortBy: ({ place }) => names.get(place) ?? place,
    },
    {
      key: 'state',
      header: t.state,
      cell: ({ state }) => (
        <span className="state-cell">
          <StateMark id={id} state={state} /> {registerWords.states[state]}
        </span>
      ),
      sortBy: ({ state }) => placeStates.indexOf(state),
    },
    { key: 'who', header: t.who, cell: whoText, sortBy: whoText },
    {
      key: 'number',
      header: t.number,
      width: '70px',
      from: 'tablet',
      cell: ({ place }) => <span className="tabular">{municipalityOf(place)}</span>,
      sortBy: ({ place }) => place,
    },
  ];
  return (
    <div className="state-table" aria-busy={props.busy}>
      <svg className="register-patterns" width="0" height="0" aria-hidden="true">
        <StatePatterns id={id} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons of which at most one is pressed, without a fieldset's frame */}
      <div className="legend" role="group" aria-label={t.filter}>
        {counts.map(([state, count]) => (
          <button
            key={state}
            type="button"
            aria-pressed={only === state}
            disabled={count === 0 && only !== state}
            onClick={() => setOnly(only === state ? undefined : state)}
          >
            <StateMark id={id} state={state} /> {registerWords.states[state]} <span className="count">{count}</span>
          </button>
        ))}
      </div>
      <DenseTable
        caption={t.caption}
        hideCaption
        rows={rows}
        columns={columns}
        rowKey={({ place }) => place}
        selected={part.shown.place}
        onSelect={({ place }) => props.onSelect(place)}
        initialSort={{ column: 'name', direction: 'ascending' }}
        empty={<Empty title={t.none} />}
      />
    </div>
  );
});

function whoText({ answer }: PlaceAnswer): string {
  return servicesOf(answer)
    .map(({ name }) => name)
    .join(' + ');
}
