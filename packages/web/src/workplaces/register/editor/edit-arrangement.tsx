import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { editRegister, type RegisterChange } from '@vakthavende/contract/organisation';
import { osloDate } from '@vakthavende/core/kernel';
import type { Arrangement } from '@vakthavende/core/organisation';
import { useState } from 'react';
import { ProblemError, useCommand } from '../../../app/index.ts';
import { refreshRegister } from '../../../organisation/index.ts';
import { Panel, ProblemNotice, QuickChoice, say, serverNow, TextInput } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { useHistory } from '../thing/history.tsx';
import { useTop } from '../thing/thing-head.tsx';
import { ArrangementForm } from './arrangement-form.tsx';
import { EditConflict } from './conflict.tsx';
import { type ArrangementDraft, type Content, contentOf, draftOf } from './draft.ts';
import { Effect } from './effect.tsx';
import { OpeningForm } from './opening-form.tsx';
import { usePreview } from './use-preview.ts';

const t = texts.editor;

/** A new arrangement, or a change of one, with what it means for the places shown while one writes. */
export function EditArrangement(props: RegisterPart & { readonly row: Arrangement | undefined; readonly onDone: () => void }) {
  const { loaded, row, show, onDone } = props;
  const today = osloDate(serverNow());
  const top = useTop();
  const [how, setHow] = useState<'change' | 'correct'>('change');
  const [draft, setDraft] = useState<ArrangementDraft>(() => ({ ...draftOf(row, today), ...(row ? { from: today } : {}) }));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [version, setVersion] = useExpectedVersion(loaded.list, row?.id);
  const read = contentOf(draft, row);
  const change = read.content && changeOf(row, how, read.content);
  const { preview, problem: previewProblem, busy } = usePreview(loaded.list, change);
  const command = useCommand(editRegister);
  const client = useQueryClient();
  const refused = preview?.remarks.filter(({ severity }) => severity === 'refused') ?? [];
  const save = async (expectedVersion: number) => {
    setTried(true);
    if (!change || reason.trim() === '') return;
    const answer = await command.give({ body: { list: loaded.list, expectedVersion, reason: reason.trim(), change } });
    if (!answer) return;
    await refreshRegister(client, loaded.list, answer.listVersion);
    say(t.saved, { tone: 'success' });
    onDone();
    show({ view: 'oppslag', kind: 'arrangements', id: draft.id });
  };
  const conflict = command.problem instanceof ProblemError && command.problem.code === 'register-changed';
  const shared = {
    ...props,
    draft,
    setDraft: (next: Partial<ArrangementDraft>) => setDraft({ ...draft, ...next }),
    wrong: tried ? read.wrong : [],
  };
  return (
    <form
      className="editor"
      aria-label={row ? t.editTitle(row.name) : t.newTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void save(version ?? 0);
      }}
    >
      <header className="thing-head" ref={top}>
        <h2>{row ? t.editTitle(row.name) : t.newTitle}</h2>
      </header>
      <div className="editor-columns">
        <div className="editor-form">
          {row && (
            <Panel title={t.how}>
              <QuickChoice
                label={t.how}
                hideLabel
                active={false}
                choices={[
                  { value: 'change' as const, label: t.change, description: t.changeHelp },
                  { value: 'correct' as const, label: t.correct, description: t.correctHelp },
                ]}
                value={how}
                onChange={(next) => {
                  setHow(next);
                  setDraft({ ...draft, from: next === 'correct' ? row.valid.from : today });
                }}
              />
            </Panel>
          )}
          <ArrangementForm {...shared} isNew={row === undefined} />
          <OpeningForm {...shared} />
        </div>
        <div className="editor-side">
          <Effect part={props} draft={draft} preview={preview} problem={previewProblem} busy={busy && change !== undefined} />
          <Panel title={t.reason}>
            <TextInput
              label={t.reason}
              description={t.reasonHelp}
              value={reason}
              onChange={setReason}
              rows={3}
              error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
              input={{ maxLength: 2_000 }}
            />
            {conflict && row ? (
              <EditConflict
                part={props}
                id={row.id}
                mine={read.content}
                onKeepMine={(seen) => {
                  setVersion(seen);
                  void save(seen);
                }}
                onTakeTheirs={(theirs, seen) => {
                  setVersion(seen);
                  setDraft({ ...draftOf(theirs, today) });
                  command.reset();
                }}
              />
            ) : (
              <ProblemNotice problem={command.problem} />
            )}
            <div className="editor-actions">
              <Button type="submit" disabled={command.busy || refused.length > 0 || (row !== undefined && version === undefined)}>
                {t.save}
              </Button>
              <Button type="button" variant="secondary" onClick={onDone}>
                {t.cancel}
              </Button>
              {tried && read.wrong.length > 0 && <p className="field-error">▲ {t.missing}</p>}
            </div>
          </Panel>
        </div>
      </div>
    </form>
  );
}

function changeOf(row: Arrangement | undefined, how: 'change' | 'correct', content: Content): RegisterChange {
  const what = { kind: 'arrangements' as const, row: content };
  if (!row) return { type: 'add', what };
  return how === 'change' ? { type: 'change', what } : { type: 'correct', on: row.valid.from, what };
}

/** The version that was looked at when the form opened: what comes later is another's. New things have version 0. */
function useExpectedVersion(list: string, id: string | undefined) {
  const history = useHistory(list, id === undefined ? undefined : 'arrangements', id);
  const [seen, setSeen] = useState<number>();
  const first = id === undefined ? 0 : history.data?.version;
  const [opened, setOpened] = useState<number>();
  if (opened === undefined && first !== undefined) setOpened(first);
  return [seen ?? opened, setSeen] as const;
}
