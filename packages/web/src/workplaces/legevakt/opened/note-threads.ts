export interface NoteThread<Note> {
  readonly note: Note;
  /** In the order they were written; a correction of a correction belongs to the same note. */
  readonly corrections: readonly Note[];
}

/** Each note with what corrects it. */
export function threadsOf<Note extends { readonly noteId: string; readonly corrects?: string | undefined }>(
  notes: readonly Note[],
): readonly NoteThread<Note>[] {
  const known = new Map(notes.map((note) => [note.noteId, note]));
  const rootOf = (note: Note): Note => {
    const corrected = note.corrects === undefined ? undefined : known.get(note.corrects);
    return corrected ? rootOf(corrected) : note;
  };
  return notes
    .filter((note) => rootOf(note) === note)
    .map((note) => ({ note, corrections: notes.filter((other) => other !== note && rootOf(other) === note) }));
}
