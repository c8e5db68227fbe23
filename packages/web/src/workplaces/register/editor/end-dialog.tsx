import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { editRegister, type RegisterChange } from '@vakthavende/contract/organisation';
import { osloDate, parseLocalDate } from '@vakthavende/core/kernel';
import type { Arrangement } from '@vakthavende/core/organisation';
import { useState } from 'react';
import { useCommand } from '../../../app/index.ts';
import { refreshRegister } from '../../../organisation/index.ts';
import { Dialog, ProblemNotice, say, serverNow, TextInput } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { useHistory } from '../thing/history.tsx';
import { draftOf } from './draft.ts';
import { Effect } from './effect.tsx';
import { usePreview } from './use-preview.ts';

const t = texts.editor;

/** Ends an arrangement from a day; what it was stays. Shows the gaps that it leaves. */
export function EndDialog(props: RegisterPart & { readonly row: Arrangement; readonly onClose: () => void }) {
  const { loaded, row, onClose } = props;
  const today = osloDate(serverNow());
  const [from, setFrom] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const history = useHistory(loaded.list, 'arrangements', row.id);
  const day = parseLocalDate(from);
  const change: RegisterChange | undefined = day && { type: 'end', kind: 'arrangements', id: row.id, from: day };
  const { preview, problem, busy } = usePreview(loaded.list, change);
  const command = useCommand(editRegister);
  const client = useQueryClient();
  const version = history.data?.version;
  const save = async () => {
    setTried(true);
    if (!change || version === undefined || reason.trim() === '') return;
    const answer = await command.give({ body: { list: loaded.list, expectedVersion: version, reason: reason.trim(), change } });
    if (!answer) return;
    await refreshRegister(client, loaded.list, answer.listVersion);
    say(t.saved, { tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      open
      width="wide"
      title={t.endTitle(row.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void save()} disabled={command.busy || version === undefined}>
            {t.endSave}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <p>{t.endHelp}</p>
      <div className="editor-fields">
        <TextInput type="date" label={t.endFrom} value={from} onChange={setFrom} error={day ? undefined : t.wrongDate} />
        <TextInput
          label={t.reason}
          description={t.reasonHelp}
          rows={2}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
        />
        <ProblemNotice problem={command.problem} />
        <Effect part={props} draft={{ ...draftOf(row, today), from }} preview={preview} problem={problem} busy={busy} />
      </div>
    </Dialog>
  );
}
