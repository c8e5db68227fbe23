/** How long keys are held for a form that does not come. */
const longest = 5_000;

/**
 * The operator answers and types on at once, while the server is still giving them the call. What they type is held, and comes into the first field that
 * gets focus. Returns what lets go of it: the call went to another, and nothing is to be written.
 */
export function holdKeys(): () => void {
  let held = '';
  const hold = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
    held += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const give = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    release();
    // As if typed: React sees it, and it can be undone.
    if (held !== '') document.execCommand('insertText', false, held);
  };
  const release = () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', hold, true);
    document.removeEventListener('focusin', give);
  };
  const timer = setTimeout(release, longest);
  window.addEventListener('keydown', hold, true);
  document.addEventListener('focusin', give);
  return release;
}
