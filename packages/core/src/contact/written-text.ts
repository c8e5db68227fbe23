import type { ContactRefusal } from './refusals.ts';

/** Characters that each kind of text may have. */
export const textLimits = { long: 20_000, reason: 2_000, short: 200 } as const;
/** Entries in a list of codes. */
export const listLimit = 50;

export type TextKind = keyof typeof textLimits;

/** A text as it is stored: trimmed, well-formed, without the NUL that the database cannot hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').trim();
}

/** The same for a text that may be left out: nothing written is not stated. */
export function cleanOptional(text: string | undefined): string | undefined {
  const cleaned = cleanText(text ?? '');
  return cleaned === '' ? undefined : cleaned;
}

export function textRefusal(field: string, text: string, kind: TextKind): ContactRefusal | undefined {
  return cleanText(text) === '' ? { code: 'text-missing', field } : tooLong(field, text, kind);
}

export function tooLong(field: string, text: string | undefined, kind: TextKind): ContactRefusal | undefined {
  const limit = textLimits[kind];
  const length = cleanText(text ?? '').length;
  return length > limit ? { code: 'text-too-long', field, limit, length } : undefined;
}

/** A list of codes: not too many, each of them said and short. */
export function codesRefusal(field: string, codes: readonly string[]): ContactRefusal | undefined {
  if (codes.length > listLimit) return { code: 'list-too-long', field, limit: listLimit, length: codes.length };
  return firstRefusal(...codes.map((code, index) => textRefusal(`${field}.${index}`, code, 'short')));
}

export function firstRefusal(...refusals: readonly (ContactRefusal | undefined)[]): ContactRefusal | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}
