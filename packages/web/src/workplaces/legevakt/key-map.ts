/**
 * The keys of Legevakt. Those of a contact's steps stand in opened/steps.ts. While one writes in a field, letters and digits work with Alt.
 * On a row of the board a step's letter is for that row, not for the contact that is open beside it.
 */
export const boardKeys = {
  register: 'r',
  filter: '/',
  mine: 'i',
  untriaged: 'u',
  sort: 's',
  /** The red contact that has waited longest. With Alt: an acknowledgement is not taken back, and must not be given by a name typed astray. */
  acknowledge: 'Alt+k',
  /** A task's row: done. */
  taskDone: 'u',
  /** From a step to the contact, from the contact to the board. */
  back: 'Escape',
  /** Saves the step that is open. */
  save: 'Ctrl+Enter',
  occurred: 'F9',
} as const;
