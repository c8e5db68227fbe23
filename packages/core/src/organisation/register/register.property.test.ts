import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, holidayEves, type Instant, instant, type LocalDate, localDate, osloDay, publicHolidays } from '../../kernel/index.ts';
import { compileRegister, type Register } from './compile.ts';
import { coverage } from './coverage.ts';
import type { Arrangement, Exception, Opening } from './model.ts';
import type { Pattern } from './pattern.ts';
import { servedBy } from './served-by.ts';
import { servedSpans } from './spans.ts';
import { arrangement, data, municipality } from './testing/builders.ts';

const minuteOf = { weekday: fc.integer({ min: 0, max: 6 }), clock: fc.integer({ min: 0, max: 1439 }) };
const window = fc
  .tuple(minuteOf.weekday, minuteOf.clock, fc.integer({ min: 1, max: 4000 }))
  .map(([weekday, clock, length]) => ({ from: weekday * 1440 + clock, to: weekday * 1440 + clock + length }));
const windows = fc.array(window, { maxLength: 5 });
const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  windows.map((of): Pattern => ({ kind: 'weekly', windows: of })),
  fc.array(windows, { minLength: 1, maxLength: 3 }).map((weeks): Pattern => ({ kind: 'cycle', anchor: localDate('2021-01-04'), weeks })),
  fc.constant<Pattern>({ kind: 'unknown' }),
);
const dayWindows = fc.array(
  fc.tuple(minuteOf.clock, fc.integer({ min: 1, max: 700 })).map(([from, length]) => ({ from, to: Math.min(1440, from + length) })),
  { maxLength: 2 },
);
/** Around the spring night, Easter and New Year of 2021, and the autumn night. */
const dates = ['2021-03-27', '2021-03-28', '2021-04-01', '2021-04-05', '2021-10-30', '2021-10-31', '2021-12-31', '2022-01-01'].map(
  localDate,
);
const date = fc.constantFrom(...dates);
const exception: fc.Arbitrary<Exception> = fc.record({
  on: fc.oneof(date, fc.constantFrom(...publicHolidays, ...holidayEves)),
  windows: dayWindows,
});
const opening: fc.Arbitrary<Opening> = fc.record({
  pattern,
  holidays: fc.constantFrom('asWeekday' as const, 'asSunday' as const, 'closed' as const, 'allDay' as const),
  exceptions: fc.array(exception, { maxLength: 2 }),
});
const valid = fc
  .tuple(fc.integer({ min: -60, max: 3 }), fc.option(fc.integer({ min: 1, max: 70 }), { nil: undefined }))
  .map(([from, length]) => ({ from, length }));
const places = fc.uniqueArray(fc.constantFrom('0001', '0002', '0001-nord', '0003'), { minLength: 1, maxLength: 3 });

function arrangements(around: LocalDate): fc.Arbitrary<readonly Arrangement[]> {
  const one = fc.record({ opening, places, valid, kind: fc.constantFrom('duty' as const, 'duty' as const, 'ownGp' as const) });
  return fc.array(one, { maxLength: 4 }).map((rows) =>
    rows.map(({ valid: span, ...row }, i) => {
      const from = addDays(around, span.from);
      return arrangement(`a${i}`, { ...row, valid: { from, to: span.length === undefined ? undefined : addDays(from, span.length) } });
    }),
  );
}

const register = date.chain((around) => arrangements(around).map((rows) => ({ around, rows })));
/** 0002 became 0003 in the middle of the autumn: numbers change under the arrangements. */
const geography = {
  municipalities: [
    municipality('0001'),
    municipality('0002', { validTo: localDate('2021-10-31') }),
    municipality('0003', { validFrom: localDate('2021-10-31') }),
  ],
  changes: [{ date: localDate('2021-10-31'), from: '0002', fromName: 'To', to: '0003' }],
};
const compiled = (rows: readonly Arrangement[]): Register => compileRegister(data({ ...geography, arrangements: rows }));

function minutes(from: number, to: number): readonly Instant[] {
  return Array.from({ length: Math.ceil((to - from) / 60_000) }, (_, i) => instant(from + i * 60_000));
}

describe('coverage', () => {
  it('has a minute as a gap or an overlap exactly when servedBy says so, over any three days', () => {
    fc.assert(
      fc.property(register, ({ around, rows }) => {
        const asked = compiled(rows);
        const span = { from: osloDay(addDays(around, -1)).from, to: osloDay(addDays(around, 1)).to };
        const wrong: string[] = [];
        for (const row of coverage(asked, 'all', span)) {
          const inside = (spans: readonly { from: number; to: number }[], at: number) =>
            spans.some(({ from, to }) => from <= at && at < to);
          for (const at of minutes(span.from, span.to)) {
            const answer = servedBy(asked, row.place, at);
            const isPlace = asked.now.history.isInUse(row.place.slice(0, 4), Math.floor((at + 2 * 3_600_000) / 86_400_000));
            if (!isPlace || (answer.kind === 'gap' && answer.reason.code === 'unknown-place')) continue;
            if (inside(row.gaps, at) !== (answer.kind === 'gap')) wrong.push(`${row.place} gap at ${at}`);
            if (inside(row.overlaps, at) !== (answer.kind === 'served' && answer.overlap)) wrong.push(`${row.place} overlap at ${at}`);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('has intervals that are in order, apart, and inside the span, also when the span begins inside a gap and a minute', () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 0, max: 86_400_000 }), ({ around, rows }, offset) => {
        const span = { from: instant(osloDay(around).from + offset), to: osloDay(addDays(around, 9)).to };
        for (const { gaps, overlaps } of coverage(compiled(rows), 'all', span)) {
          for (const spans of [gaps, overlaps]) {
            spans.forEach(({ from, to }, i) => {
              expect(from).toBeLessThan(to);
              expect(from).toBeGreaterThanOrEqual(i === 0 ? span.from : spans[i - 1]!.to);
              expect(to).toBeLessThanOrEqual(span.to);
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('servedSpans', () => {
  it('touch each other, cover the span, and say at any instant what servedBy says', () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 0, max: 3 * 86_400_000 }), ({ around, rows }, offset) => {
        const asked = compiled(rows);
        const span = { from: osloDay(addDays(around, -1)).from, to: osloDay(addDays(around, 1)).to };
        const spans = servedSpans(asked, '0001', span);
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([span.from, span.to]);
        spans.slice(1).forEach((next, i) => {
          expect(next.from).toBe(spans[i]!.to);
        });
        const at = instant(Math.min(span.from + offset, span.to - 1));
        const there = spans.find(({ from, to }) => from <= at && at < to)!.answer;
        const direct = servedBy(asked, '0001', at);
        expect([there.kind, 'services' in there && there.services.map(({ id }) => id)]).toEqual([
          direct.kind,
          'services' in direct && direct.services.map(({ id }) => id),
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what was known then', () => {
  it('is not changed by what is recorded later', () => {
    fc.assert(
      fc.property(register, register, fc.integer({ min: 0, max: 86_399_999 }), ({ around, rows }, later, offset) => {
        const [first, second] = [instant(1_000_000), instant(2_000_000)];
        const before = rows.map((row) => ({ ...row, known: { from: first } }));
        // Every row of the first time is corrected at the second.
        const after = [
          ...rows.map((row) => ({ ...row, known: { from: first, to: second } })),
          ...later.rows.map((row, i) => ({ ...row, id: `b${i}`, known: { from: second } })),
        ];
        const [was, is] = [compiled(before), compiled(after)];
        const at = instant(osloDay(around).from + offset);
        for (const place of ['0001', '0002', '0001-nord', '0003']) {
          const told = (asked: Register, known?: Instant) => {
            const answer = servedBy(asked, place, at, known);
            return answer.kind === 'gap' ? answer.reason.code : [answer.kind, ...answer.services.map(({ id }) => id)].join();
          };
          expect(told(is, instant(1_999_999))).toBe(told(was));
          expect(told(is, first)).toBe(told(was));
          expect(told(is, instant(999_999))).toBe(told(compiled([])));
          expect(told(is, second)).toBe(told(is));
        }
      }),
      { numRuns: 100 },
    );
  });
});
