import { Button } from '@digdir/designsystemet-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCan } from '../../../app/index.ts';
import { type Column, DenseTable, Empty, Panel, TextInput, useKeys } from '../../../ui/index.ts';
import { EditArrangement } from '../editor/edit-arrangement.tsx';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { searchKinds, type Thing, type ThingKind, thingsLike, thingsOf } from './things.ts';

const t = texts.browse;
const most = 300;

/** Everything in the register, by name and by the places it is for. */
export function BrowsePage(part: RegisterPart) {
  const { loaded, date, shown, show } = part;
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ThingKind | undefined>(shown.kind);
  const [adding, setAdding] = useState(false);
  const mayEdit = useCan('editRegister') && shown.asKnownAt === undefined;
  const things = useMemo(() => thingsOf(loaded.register, date), [loaded.register, date]);
  const found = thingsLike(things, useDeferredValue(text));
  const rows = kind ? found.filter((each) => each.kind === kind) : found;
  useKeys([
    {
      keys: '/',
      label: t.search,
      group: texts.title,
      run: () => document.getElementById('register-search')?.querySelector('input')?.focus(),
    },
  ]);
  const open = ({ kind: of, id }: Thing) =>
    of === 'municipalities' ? show({ view: 'kart', place: id, kind: undefined, id: undefined }) : show({ kind: of, id });
  if (adding) return <EditArrangement {...part} row={undefined} onDone={() => setAdding(false)} />;
  return (
    <div className="browse">
      <div className="browse-head" id="register-search">
        <TextInput
          label={t.search}
          type="search"
          keys="/"
          value={text}
          onChange={setText}
          input={{ placeholder: t.hint, autoComplete: 'off' }}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: buttons of which one is pressed, without a fieldset's frame */}
        <div className="legend" role="group" aria-label={t.kinds}>
          <button type="button" aria-pressed={kind === undefined} onClick={() => setKind(undefined)}>
            {t.all} <span className="count">{found.length}</span>
          </button>
          {searchKinds.map((each) => {
            const count = found.filter((one) => one.kind === each).length;
            return things.some((one) => one.kind === each) ? (
              <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
                {nameOfKind(each)} <span className="count">{count}</span>
              </button>
            ) : null;
          })}
        </div>
        {mayEdit && (
          <Button variant="secondary" onClick={() => setAdding(true)}>
            + {t.addArrangement}
          </Button>
        )}
      </div>
      <Panel title={t.caption} flush>
        <DenseTable
          caption={t.caption}
          hideCaption
          rows={rows.slice(0, most)}
          columns={columns}
          rowKey={(row) => `${row.kind} ${row.id}`}
          onOpen={open}
          rowTone={({ when }) => (when === 'now' ? undefined : 'quiet')}
          empty={<Empty title={t.none} />}
        />
        {rows.length > most && <p className="quiet browse-more">{t.more(rows.length - most)}</p>}
      </Panel>
    </div>
  );
}

function nameOfKind(kind: ThingKind): string {
  return kind === 'municipalities' ? t.municipalities : texts.kinds[kind];
}

const columns: readonly Column<Thing>[] = [
  {
    key: 'name',
    header: t.name,
    rowHeader: true,
    sortBy: ({ name }) => name,
    cell: ({ name, when }) => (
      <>
        {name}
        {when !== 'now' && <span className="tag">{when === 'ended' ? t.ended : t.future}</span>}
      </>
    ),
  },
  { key: 'kind', header: t.what, from: 'tablet', sortBy: ({ kind }) => nameOfKind(kind), cell: ({ kind }) => nameOfKind(kind) },
  { key: 'detail', header: t.detail, cell: ({ detail }) => detail },
  {
    key: 'places',
    header: t.count,
    align: 'end',
    from: 'tablet',
    width: '70px',
    sortBy: ({ places }) => places ?? 0,
    cell: ({ places }) => places || '',
  },
];
