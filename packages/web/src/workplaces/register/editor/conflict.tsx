import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { getHistory } from '@vakthavende/contract/organisation';
import type { Arrangement } from '@vakthavende/core/organisation';
import { call } from '../../../app/index.ts';
import { openingText, registerKey, registerWords } from '../../../organisation/index.ts';
import { momentText, serverNow } from '../../../ui/index.ts';
import { currentRow } from '../browse/things.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { exceptionText, validText } from '../thing/words.ts';
import type { Content } from './draft.ts';

const t = texts.editor;

/** Two changed the same thing: what is stored now stands beside what was written here, and nothing is lost until one is chosen. */
export function EditConflict(props: {
  readonly part: RegisterPart;
  readonly id: string;
  readonly mine: Content | undefined;
  readonly onKeepMine: (seenVersion: number) => void;
  readonly onTakeTheirs: (theirs: Arrangement, seenVersion: number) => void;
}) {
  const { part, id, mine } = props;
  const history = useQuery({
    queryKey: [registerKey, 'conflict', part.loaded.list, id],
    queryFn: ({ signal }) => call(getHistory, { query: { list: part.loaded.list, kind: 'arrangements', id } }, signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (!history.data) return <p role="status">{texts.loading}</p>;
  const { edits, rows, version } = history.data;
  const stored = rows.flatMap(({ known, what }) =>
    what.kind === 'arrangements' && known.to === undefined ? [{ ...what.row, known }] : [],
  );
  const theirs = currentRow(stored, part.date);
  const latest = edits[0];
  if (!theirs || !latest || !mine) return null;
  const fields = Object.keys(mine).filter((field) => wordsOf(mine, field) !== wordsOf(theirs, field));
  return (
    <fieldset className="edit-conflict">
      <legend role="alert">{t.conflict(latest.actor, momentText(latest.at, serverNow()))}</legend>
      <p>
        {t.conflictHelp} <em>«{latest.reason}»</em>
      </p>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.theirs}</th>
            <th scope="col">{t.mine}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{texts.fields[field] ?? field}</th>
              <td>{wordsOf(theirs, field)}</td>
              <td>{wordsOf(mine, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="editor-actions">
        <Button type="button" onClick={() => props.onKeepMine(version)}>
          {t.keepMine}
        </Button>
        <Button type="button" variant="secondary" onClick={() => props.onTakeTheirs(theirs, version)}>
          {t.takeTheirs}
        </Button>
      </div>
    </fieldset>
  );
}

/** A field of a row in words, for reading beside another's. */
function wordsOf(row: Content | Arrangement, field: string): string {
  if (field === 'opening')
    return [
      ...openingText(row.opening),
      registerWords.holidayRules[row.opening.holidays],
      ...row.opening.exceptions.map(exceptionText),
    ].join(' / ');
  if (field === 'valid') return validText(row.valid);
  const value: unknown = new Map(Object.entries(row)).get(field);
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ');
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
