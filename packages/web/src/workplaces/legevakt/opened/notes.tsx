import { Button } from '@digdir/designsystemet-react';
import type { ContactDetail } from '@vakthavende/contract/contact';
import { isLateEntry } from '@vakthavende/core/contact';
import { clockText, Panel, Time } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';
import { type NoteThread, threadsOf } from './note-threads.ts';

/** Signed notes, each with its corrections beside it. Nothing that was written goes away. */
export function Notes() {
  const { detail } = useClinicContact();
  const threads = threadsOf(detail.notes);
  return (
    <Panel title={texts.contact.notes} level={3}>
      {threads.length === 0 && <p className="quiet lv-flat">{texts.contact.noNotes}</p>}
      {threads.map((thread) => (
        <Thread key={thread.note.noteId} thread={thread} />
      ))}
    </Panel>
  );
}

function Thread(props: { readonly thread: NoteThread<Note> }) {
  const { start } = useClinicContact();
  const { note, corrections } = props.thread;
  const latest = corrections.at(-1) ?? note;
  return (
    <article className="lv-note" data-corrected={corrections.length > 0}>
      <NoteHead note={note} mark={corrections.length > 0 ? texts.contact.correctedBelow : undefined} />
      <p className="lv-note-text">{note.text}</p>
      {corrections.map((correction) => (
        <div key={correction.noteId} className="lv-correction">
          <NoteHead note={correction} mark={texts.contact.correction} />
          <p className="lv-note-text">{correction.text}</p>
        </div>
      ))}
      <Button
        data-size="sm"
        variant="tertiary"
        aria-label={texts.contact.correctNote(clockText(latest.at))}
        onClick={() => start('note', latest.noteId)}
      >
        {texts.contact.correct}
      </Button>
    </article>
  );
}

type Note = ContactDetail['notes'][number];

function NoteHead(props: { readonly note: Note; readonly mark: string | undefined }) {
  const { note } = props;
  return (
    <p className="lv-note-head">
      <Time at={note.at} /> <strong>{note.byName}</strong>
      {isLateEntry(note.at, note.recordedAt) && (
        <span className="tag">
          skrevet <Time at={note.recordedAt} />
        </span>
      )}
      {props.mark && <span className="tag">{props.mark}</span>}
    </p>
  );
}
