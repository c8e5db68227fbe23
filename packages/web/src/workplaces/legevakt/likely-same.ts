import type { ContactRow } from '@vakthavende/contract/contact';
import type { WhoReading } from '../../contact/index.ts';

const most = 4;

/** Open contacts on the board that may be about the one who stands at the desk: a name that begins alike, or the same birth date. */
export function likelySame(rows: readonly ContactRow[], reading: WhoReading): readonly ContactRow[] {
  const name = reading.kind === 'identity' && 'name' in reading.identity ? wordsOf(reading.identity.name) : [];
  const born = reading.kind === 'identity' || reading.kind === 'incomplete' ? reading.birthDate : undefined;
  return rows
    .filter((row) => row.closedAt === undefined)
    .filter((row) => (name.length > 0 && sameName(name, wordsOf(row.patient ?? ''))) || (born !== undefined && row.birthDate === born))
    .slice(0, most);
}

/** Every word typed begins a word of the other, and at least one of three letters or more. */
function sameName(typed: readonly string[], other: readonly string[]): boolean {
  return typed.some((word) => word.length >= 3) && typed.every((word) => other.some((part) => part.startsWith(word)));
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLocaleLowerCase('nb')
    .split(/[\s-]+/)
    .filter(Boolean);
}
