import { hour, type Instant, localDate, osloInstant } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { momentEntryText, parseMoment } from './moment-entry.ts';

function oslo(date: string, clock: string): Instant {
  const [hours, minutes] = clock.split(':').map(Number);
  return osloInstant(localDate(date), (hours ?? 0) * 60 + (minutes ?? 0));
}

// A Wednesday.
const noon = oslo('2026-03-11', '12:00');

describe('a moment as it is typed', () => {
  it.each([
    ['1530', oslo('2026-03-11', '15:30')],
    ['15:30', oslo('2026-03-11', '15:30')],
    ['15.30', oslo('2026-03-11', '15:30')],
    ['kl 1530', oslo('2026-03-11', '15:30')],
    ['8', oslo('2026-03-12', '08:00')],
    ['12', oslo('2026-03-12', '12:00')],
    ['1201', oslo('2026-03-11', '12:01')],
    ['i dag 8', oslo('2026-03-11', '08:00')],
    ['I morgen 0800', oslo('2026-03-12', '08:00')],
    ['fre 1530', oslo('2026-03-13', '15:30')],
    ['Fredag 15:30', oslo('2026-03-13', '15:30')],
    ['ons 1530', oslo('2026-03-11', '15:30')],
    ['ons 8', oslo('2026-03-18', '08:00')],
    ['24.12. 0800', oslo('2026-12-24', '08:00')],
    ['24.12 0800', oslo('2026-12-24', '08:00')],
    ['24.12.2026 8:00', oslo('2026-12-24', '08:00')],
    ['ons 11.3. 15:30', oslo('2026-03-11', '15:30')],
    ['31.12. 2200', oslo('2026-12-31', '22:00')],
    ['10.3. 2200', oslo('2026-03-10', '22:00')],
    ['8.3. 2200', oslo('2027-03-08', '22:00')],
    ['29.3. 0300', oslo('2026-03-29', '03:00')],
  ])('«%s» is read', (text, at) => {
    expect(parseMoment(text, noon)).toEqual({ kind: 'time', at });
  });

  it.each([
    ['', { kind: 'empty' }],
    ['i kveld', { kind: 'wrong', code: 'unreadable' }],
    ['24.12.', { kind: 'wrong', code: 'unreadable' }],
    ['2400', { kind: 'wrong', code: 'unreadable' }],
    ['0860', { kind: 'wrong', code: 'unreadable' }],
    ['31.4. 0800', { kind: 'wrong', code: 'noSuchDate' }],
    ['29.2.2026 0800', { kind: 'wrong', code: 'noSuchDate' }],
    ['tor 11.3. 0800', { kind: 'wrong', code: 'otherWeekday' }],
    ['29.3. 0230', { kind: 'wrong', code: 'skipped' }],
  ])('«%s» is not', (text, expected) => {
    expect(parseMoment(text, noon)).toEqual(expected);
  });

  it('crosses the year both ways', () => {
    expect(parseMoment('31.12. 2200', oslo('2027-01-01', '07:00'))).toEqual({ kind: 'time', at: oslo('2026-12-31', '22:00') });
    expect(parseMoment('2.1. 0800', oslo('2026-12-20', '12:00'))).toEqual({ kind: 'time', at: oslo('2027-01-02', '08:00') });
  });

  it('takes the first of two on the autumn night, and the second with v', () => {
    const first = oslo('2026-10-25', '02:30');
    expect(parseMoment('25.10. 0230', noon)).toEqual({ kind: 'time', at: first });
    expect(parseMoment('25.10. 0230 v', noon)).toEqual({ kind: 'time', at: first + hour });
  });

  it.each([noon, oslo('2026-10-25', '02:30'), (oslo('2026-10-25', '02:30') + hour) as Instant, oslo('2027-02-28', '23:59')])(
    'is read back as it was written',
    (at) => {
      expect(parseMoment(momentEntryText(at), noon)).toEqual({ kind: 'time', at });
    },
  );
});
