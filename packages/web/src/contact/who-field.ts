import type { IdentityIn } from '@vakthavende/contract/contact';
import { checkNationalId, type NationalIdFault } from '@vakthavende/core/contact';
import { type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';

/** What the field says so far: read on every key press, and shown back beside it. */
export type WhoReading =
  | { readonly kind: 'empty' }
  /** Something is missing yet: what to type next. */
  | {
      readonly kind: 'incomplete';
      readonly missing: 'digits' | 'name' | 'country';
      readonly birthDate?: LocalDate | undefined;
      readonly sex?: KnownSex | undefined;
    }
  | { readonly kind: 'wrong'; readonly fault: NationalIdFault | 'birthDate' }
  | {
      readonly kind: 'identity';
      readonly identity: IdentityIn;
      readonly birthDate?: LocalDate | undefined;
      readonly sex?: KnownSex | undefined;
    };

export type KnownSex = 'female' | 'male';

/**
 * One smart field for who the patient is:
 *
 *     10818912345 Kari Prøve     national identity number or D-number, and name
 *     100889 Kari Prøve          birth date (ddmmyy, ddmmyyyy, dd.mm.yyyy) and name; `k` or `m` at the end tells the sex
 *     Kari Prøve                 name alone
 *     u John Trial 100889, GB    a foreigner: name, birth date if known, country, and document after another comma
 *     ?  or  ? mann ca. 40       unknown, with a description
 */
export function readWho(text: string, today: LocalDate): WhoReading {
  const typed = text.trim().replaceAll(/\s+/g, ' ');
  if (typed === '') return { kind: 'empty' };
  if (typed.startsWith('?')) {
    const description = typed.slice(1).trim();
    return { kind: 'identity', identity: description ? { kind: 'unknown', description } : { kind: 'unknown' } };
  }
  if (/^u /i.test(typed)) return readForeigner(typed.slice(2), today);
  const number = /^(\d{6}[ ]?\d{5})(?!\d)\s*(.*)$/.exec(typed);
  if (number) return readNumbered(number[1] ?? '', number[2] ?? '', today);
  return readNamed(typed, today);
}

function readNumbered(number: string, name: string, today: LocalDate): WhoReading {
  const checked = checkNationalId(number);
  if (!checked.valid) return { kind: 'wrong', fault: checked.refusal.wrong };
  const known = { birthDate: checked.birthDate, sex: checked.sex };
  if (checked.birthDate > today) return { kind: 'wrong', fault: 'date' };
  if (name === '') return { kind: 'incomplete', missing: 'name', ...known };
  return { kind: 'identity', identity: { kind: 'nationalId', number: checked.number, name }, ...known };
}

function readNamed(typed: string, today: LocalDate): WhoReading {
  const dated = takeBirthDate(typed, today);
  if (dated.fault) return dated.fault;
  const { rest: name, sex } = takeSex(dated.rest, dated.birthDate !== undefined);
  const known = { birthDate: dated.birthDate, sex };
  if (!/\p{L}/u.test(name)) {
    if (/^\d/.test(typed) && dated.birthDate === undefined) return { kind: 'incomplete', missing: 'digits' };
    return { kind: 'incomplete', missing: 'name', ...known };
  }
  const identity: IdentityIn = {
    kind: 'nameAndBirth',
    name,
    ...(dated.birthDate ? { birthDate: dated.birthDate } : {}),
    ...(sex ? { sex } : {}),
  };
  return { kind: 'identity', identity, ...known };
}

function readForeigner(typed: string, today: LocalDate): WhoReading {
  const [person = '', country = '', document = ''] = typed.split(',').map((part) => part.trim());
  const dated = takeBirthDate(person, today);
  if (dated.fault) return dated.fault;
  const known = { birthDate: dated.birthDate };
  if (!/\p{L}/u.test(dated.rest)) return { kind: 'incomplete', missing: 'name', ...known };
  if (country === '') return { kind: 'incomplete', missing: 'country', ...known };
  const identity: IdentityIn = {
    kind: 'foreign',
    name: dated.rest,
    country,
    ...(dated.birthDate ? { birthDate: dated.birthDate } : {}),
    ...(document ? { document } : {}),
  };
  return { kind: 'identity', identity, ...known };
}

interface Dated {
  readonly rest: string;
  readonly birthDate?: LocalDate | undefined;
  readonly fault?: WhoReading | undefined;
}

/** A birth date as a word of its own, anywhere in the text. */
function takeBirthDate(typed: string, today: LocalDate): Dated {
  const match = /(?<![\d.])(\d{2})\.?(\d{2})\.?(\d{4}|\d{2})(?![\d.])/.exec(typed);
  if (!match) {
    const digits = /\d{7,}/.exec(typed)?.[0].length ?? 0;
    // Too few of them with a name behind: a number cut short, and never a part of the name.
    const cutShort = digits > 0 && /\p{L}/u.test(typed);
    return digits > 11 || cutShort ? { rest: typed, fault: { kind: 'wrong', fault: 'length' } } : { rest: typed };
  }
  const year = match[3]?.length === 4 ? Number(match[3]) : fullYear(Number(match[3]), `${match[2]}-${match[1]}`, today);
  const birthDate = parseLocalDate(`${year}-${match[2]}-${match[1]}`);
  if (birthDate === undefined || birthDate > today || birthDate < '1850-01-01')
    return { rest: typed, fault: { kind: 'wrong', fault: 'birthDate' } };
  const rest = `${typed.slice(0, match.index)} ${typed.slice(match.index + match[0].length)}`.replaceAll(/\s+/g, ' ').trim();
  return { rest, birthDate };
}

/** Two digits of a year: the last such date that has been. Who is older than a hundred is typed with all four. */
function fullYear(twoDigits: number, monthAndDay: string, today: LocalDate): number {
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + twoDigits;
  return `${year}-${monthAndDay}` <= today ? year : year - 100;
}

/** `k` or `m` as the last word; only after a birth date, so that nobody's initial is taken for it. */
function takeSex(name: string, dated: boolean): { readonly rest: string; readonly sex?: KnownSex | undefined } {
  const match = dated ? / ([km])$/i.exec(name) : null;
  if (!match) return { rest: name };
  return { rest: name.slice(0, match.index), sex: match[1]?.toLowerCase() === 'k' ? 'female' : 'male' };
}
