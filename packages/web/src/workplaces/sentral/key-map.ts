/**
 * The keys of Sentral.
 *
 * HOW KEYSTROKES ARE COUNTED (the target: an ordinary advice call in under 25). One keystroke is one key pressed down, whatever it does:
 * a modifier counts as its own (Ctrl+Enter is two), and so does every letter typed to search for a complaint or a place, every digit that
 * chooses, every Enter, Tab and arrow. Not counted is what the operator writes as data: the characters of the reason, of advice in own
 * words, of a note, and of the identity (national identity number, name, birth date). The Enter that ends such a field is counted.
 *
 * The ordinary advice call: `adviceCall` below, 15 keystrokes.
 */
export const sentralKeys = {
  /** Answers the call that has waited longest and opens a contact for it. Enter on a row in the queue answers that one. */
  answer: 'F2',
  registerByHand: 'Shift+F2',
  /** A new contact on the same call: the next of three children. */
  nextPatient: 'F4',
  /** The operator's open contacts in turn. */
  nextContact: 'F8',
  previousContact: 'Shift+F8',
  /** To «Skjedde kl.». */
  occurred: 'F9',
  /** Saves what is written and closes, or leaves the contact to the clinic and goes to the queue. */
  finish: 'Ctrl+Enter',
  /** From the form to the queue, and back. */
  toQueue: 'Escape',
  stepDown: 'Alt+ArrowDown',
  stepUp: 'Alt+ArrowUp',
} as const;

/** The steps of the form in the order they stand; Enter in one goes to the next, Alt with an arrow to any. */
export const formSteps = [
  'who',
  'place',
  'reason',
  'vital',
  'complaint',
  'criteria',
  'urgency',
  'departure',
  'action',
  'clinic',
  'referral',
  'expected',
  'adviceCodes',
  'advice',
  'more',
  'outcome',
] as const;
export type FormStep = (typeof formSteps)[number];

/** An ordinary advice call, key by key: the example that the browser test presses. `…` stands for data, which is not counted. */
export const adviceCall: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['F2'], does: 'svarer den som har ventet lengst' },
  { keys: ['…', 'Enter'], does: 'fødselsnummer og navn' },
  { keys: ['Enter'], does: 'stedet fra nettet er riktig' },
  { keys: ['…', 'Enter'], does: 'hva det gjelder' },
  { keys: ['0'], does: 'nei på alle vitale spørsmål' },
  { keys: ['h', 'a', 'Enter'], does: 'plagen «Sår hals»' },
  { keys: ['Enter'], does: 'ingen av kriteriene' },
  { keys: ['Enter'], does: 'godtar forslaget' },
  { keys: ['1'], does: 'råd fra sykepleier' },
  { keys: ['0', 'Enter'], does: 'alle råd fra beslutningsstøtten' },
  { keys: ['…', 'Control', 'Enter'], does: 'eget råd, lagre og avslutt' },
];

/** Keystrokes by the rule above. */
export function countKeystrokes(presses: readonly { readonly keys: readonly string[] }[]): number {
  return presses.flatMap((press) => press.keys).filter((key) => key !== '…').length;
}
