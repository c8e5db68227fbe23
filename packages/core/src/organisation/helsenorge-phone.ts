import { type Finding, type FindingCode, found } from './helsenorge-finding.ts';

const field = 'HealthServicePhone';

export type PhoneReading =
  | { readonly number: string; readonly code?: 'phone-leading-zero' | 'phone-five-digits' | 'phone-116117' }
  | { readonly number: undefined; readonly code: 'phone-wrong' };

/** Digits only. Norwegian numbers have eight, or five that begin with 0; a zero before eight digits is an old trunk prefix. */
export function readPhone(digits: string): PhoneReading {
  const national = digits.replace(/^(?:\+|00)47(?=\d{8}$)/, '');
  if (national === '116117') return { number: national, code: 'phone-116117' };
  if (/^0\d{4}$/.test(national)) return { number: national, code: 'phone-five-digits' };
  if (/^[2-9]\d{7}$/.test(national)) return { number: national };
  if (/^0[2-9]\d{7}$/.test(national)) return { number: national.slice(1), code: 'phone-leading-zero' };
  return { number: undefined, code: 'phone-wrong' };
}

/** Only what is beyond doubt is normalised; a number that is not becomes a finding and no number. */
export function parsePhones(
  text: string | null,
  record: number,
): { readonly numbers: readonly string[]; readonly findings: readonly Finding[] } {
  if (text === null || text.trim() === '') return { numbers: [], findings: [found('phone-missing', record, field)] };
  const parts = text.split(/[/,;]/).map((part) => part.trim());
  const codes: FindingCode[] = [];
  const numbers: string[] = [];
  if (parts.length > 1) codes.push('phone-several');
  if (parts.some((part) => /\s/.test(part))) codes.push('phone-spaced');
  for (const part of parts) {
    const reading = readPhone(part.replace(/\s/g, ''));
    if (reading.code) codes.push(reading.code);
    if (reading.number !== undefined) numbers.push(reading.number);
  }
  return { numbers: [...new Set(numbers)], findings: [...new Set(codes)].map((code) => found(code, record, field, text)) };
}
