/** A key with what it does. `keys`: `s`, `?`, `Alt+s`, `Ctrl+Enter`, `F2`, `Escape`, `ArrowDown`. Letters in either case. */
export interface KeyBinding {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Fires also while one writes in a field. As it is for Alt, Ctrl, F-keys and Escape, so only seldom needed. */
  readonly whileTyping?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Under which heading the overview lists it. */
  readonly group?: string | undefined;
}

/** What of a keyboard event decides. */
export interface Press {
  readonly key: string;
  readonly code?: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether the press is this key. A letter or digit alone also counts with Alt, so that every key works while one writes. */
export function matches(keys: string, press: Press): boolean {
  const wanted = parse(keys);
  if (wanted.ctrl !== (press.ctrlKey || press.metaKey)) return false;
  if (wanted.alt && !press.altKey) return false;
  if (!wanted.alt && press.altKey && !isSingle(wanted.key)) return false;
  // Shift is part of writing a sign (`?`), but not of F2 or, with Alt, of a letter.
  const exact = press.altKey || !isSingle(wanted.key);
  if (exact ? wanted.shift !== press.shiftKey : wanted.shift && !press.shiftKey) return false;
  return wanted.key.toLowerCase() === press.key.toLowerCase() || (press.altKey && sameCode(wanted.key, press.code));
}

/** Whether a binding may fire while the focus is in a field that takes text. */
export function firesWhileTyping(binding: Pick<KeyBinding, 'keys' | 'whileTyping'>, press: Press): boolean {
  return (
    binding.whileTyping === true || press.altKey || press.ctrlKey || press.metaKey || press.key === 'Escape' || /^F\d{1,2}$/.test(press.key)
  );
}

function parse(keys: string) {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const modifiers = parts.slice(0, -1).map((part) => part.toLowerCase());
  return { alt: modifiers.includes('alt'), ctrl: modifiers.includes('ctrl'), shift: modifiers.includes('shift'), key: parts.at(-1) ?? '' };
}

function isSingle(key: string): boolean {
  return key.length === 1;
}

/** On a Mac Alt+S writes «ß»; the place of the key on the keyboard still says S. */
function sameCode(key: string, code: string | undefined): boolean {
  return code === `Key${key.toUpperCase()}` || code === `Digit${key}` || code === `Numpad${key}`;
}
