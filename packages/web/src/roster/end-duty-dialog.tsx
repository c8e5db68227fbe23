import { Button } from '@digdir/designsystemet-react';
import { postDutyList } from '@vakthavende/contract/roster';
import { day, type Instant, instant } from '@vakthavende/core/kernel';
import { onDuty } from '@vakthavende/core/roster';
import { useState } from 'react';
import { useCommand } from '../app/index.ts';
import { Alert, Dialog, fieldError, ProblemNotice, say, TextInput, useNow } from '../ui/index.ts';
import { type MomentEntry, momentEntryText, parseMoment } from './moment-entry.ts';
import { texts } from './texts.nb.ts';
import { untilText } from './time-span.ts';
import type { ShownDuty } from './use-duty-list.ts';

/** Asks before somebody is taken off duty, and says when nobody is left. */
export function EndDutyDialog(props: { readonly entry: ShownDuty; readonly entries: readonly ShownDuty[]; readonly onClose: () => void }) {
  const { entry, onClose } = props;
  const now = useNow();
  const { give, problem, busy, reset } = useCommand(postDutyList);
  const [at, setAt] = useState('');
  const running = entry.from <= now;
  const time = running ? parsePast(at, now) : ({ kind: 'empty' } as const);
  const others = props.entries.filter((other) => other.entryId !== entry.entryId);
  const leavesNobody = running && entry.level === 'primary' && onDuty(others, now).primary.length === 0;
  const end = async () => {
    if (time.kind === 'wrong') return;
    const told = time.kind === 'time' ? { occurredAt: new Date(time.at).toISOString() } : {};
    const ended = await give({ body: { type: 'end', unit: entry.unit, entryId: entry.entryId, ...told } });
    if (!ended) return;
    say(texts.ending.done, { tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      open
      title={texts.ending.title}
      onClose={onClose}
      actions={
        <>
          <Button data-color="danger" onClick={() => void end()} loading={busy}>
            {texts.ending.confirm}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {texts.ending.keep}
          </Button>
        </>
      }
    >
      <p>
        {running
          ? texts.ending.running(entry.name, untilText(entry.to, now))
          : texts.ending.coming(entry.name, momentEntryText(entry.from))}
      </p>
      {leavesNobody && <Alert tone="warning">{texts.ending.leavesNobody}</Alert>}
      {running && (
        <TextInput
          label={texts.ending.at}
          description={time.kind === 'time' ? momentEntryText(time.at) : texts.ending.atHelp}
          value={at}
          onChange={(next) => {
            reset();
            setAt(next);
          }}
          onEnter={() => void end()}
          error={time.kind === 'wrong' ? texts.wrong[time.code] : fieldError(problem, 'occurredAt')}
          input={{ autoComplete: 'off' }}
        />
      )}
      {fieldError(problem, 'occurredAt') === undefined && <ProblemNotice problem={problem} />}
    </Dialog>
  );
}

/** The last time that the clock showed this: looked for from a day ago on. */
function parsePast(text: string, now: Instant): MomentEntry {
  return parseMoment(text, instant(now - day));
}
