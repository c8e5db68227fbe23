import { postContactCommand } from '@vakthavende/contract/contact';
import { call, inTurn, isPassing, ProblemError } from '../../app/index.ts';
import { listDrafts, readDraft, removeDraft, saveDraft } from '../../drafts/index.ts';
import { createOutbox, type Entry, type PostResult, type WireCommand } from './outbox.ts';

const version = 1;
const prefix = 'outbox:';
const waits = [500, 1_000, 2_000, 5_000] as const;

let me: string | undefined;
let turn = Date.now();
const acceptedListeners = new Set<(entry: Entry, sequence: number) => void>();

/** The steps of this browser's contacts. One for the page: a step goes on when its form is left. */
export const contactOutbox = createOutbox({
  post,
  newId: () => crypto.randomUUID(),
  nextTurn: () => {
    turn += 1;
    return turn;
  },
  later: (retry, failures) => {
    const timer = setTimeout(go, waits[Math.min(failures, waits.length) - 1] ?? 5_000);
    function go() {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      retry();
    }
    window.addEventListener('online', go);
  },
  keep: {
    put: (entry) => inOrder(entry.commandId, () => saveDraft(prefix + entry.commandId, entry, version)),
    remove: (commandId) => inOrder(commandId, () => removeDraft(prefix + commandId)),
  },
  me: () => me,
  accepted: (entry, sequence) => {
    for (const listener of [...acceptedListeners]) listener(entry, sequence);
  },
});

/** Takes up what was not acknowledged before a reload, and says whose steps these are. */
export async function startOutbox(staffId: string): Promise<void> {
  if (me === staffId) return;
  me = staffId;
  const kept = await Promise.all((await listDrafts(prefix)).map((draft) => readDraft(draft.key, version)));
  // Sealed by this file under the same prefix and version.
  contactOutbox.restore(kept.flatMap((one) => (one ? [one.value as Entry] : [])));
}

export function onAccepted(listener: (entry: Entry, sequence: number) => void): () => void {
  acceptedListeners.add(listener);
  return () => acceptedListeners.delete(listener);
}

async function post(contactId: string, command: WireCommand): Promise<PostResult> {
  try {
    const answer = await call(postContactCommand, { params: { contactId }, body: command });
    return { kind: 'accepted', sequence: answer.sequence };
  } catch (error) {
    // Logged out: the shell asks to log in again, and the step waits for that.
    if (!(error instanceof ProblemError) || isPassing(error) || error.code === 'not-logged-in') return { kind: 'unreached' };
    const { code, status, detail, field, errors, data } = error;
    return { kind: 'refused', problem: { type: 'about:blank', title: code, code, status, detail, field, errors: [...errors], ...data } };
  }
}

/** A removal must not overtake the saving of the same step. */
function inOrder(commandId: string, work: () => Promise<void>): void {
  void inTurn(prefix + commandId, work);
}
