import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/index.ts';
import type { Register } from './compile.ts';
import { indexRegister, type Service } from './snapshot.ts';
import { weekCoverage as inWeekOf } from './week-coverage.ts';

const service = (id: string, windows: Service['windows']): Service => ({
  id,
  name: id,
  phones: [],
  places: ['4647'],
  windows,
  callCentre: undefined,
  comment: undefined,
});
const register = (...services: readonly Service[]) =>
  indexRegister({ list: 'test', services, callCentres: [], emcs: [], clinics: [], places: [] });

const weekCoverage = (asked: Register, place: string) => inWeekOf(asked.now, place, localDate('2021-11-03'));

describe('the week of a place', () => {
  it('has the gaps between its windows, wrapped at Monday', () => {
    const coverage = weekCoverage(
      register(
        service('evening', [
          { from: 930, to: 1920 },
          { from: 6690, to: 10_560 },
        ]),
      ),
      '4647',
    );
    expect(coverage.gaps).toEqual([
      { from: 480, to: 930 },
      { from: 1920, to: 6690 },
    ]);
    expect(coverage).toMatchObject({ listed: true, gapMinutes: 450 + 4770, overlaps: [], overlapMinutes: 0 });
  });

  it('counts where two services are open at once, and names them', () => {
    const coverage = weekCoverage(register(service('a', [{ from: 0, to: 10_080 }]), service('b', [{ from: 10_000, to: 10_180 }])), '4647');
    expect(coverage).toMatchObject({ gapMinutes: 0, overlapMinutes: 180 });
    expect(coverage.overlaps.map(({ from, to, services }) => [from, to, services.map((s) => s.id)])).toEqual([
      [0, 100, ['b', 'a']],
      [10_000, 10_080, ['b', 'a']],
    ]);
  });

  it('a service that overlaps itself is no overlap between services', () => {
    expect(weekCoverage(register(service('a', [{ from: 0, to: 10_560 }])), '4647')).toMatchObject({ gapMinutes: 0, overlapMinutes: 0 });
  });

  it('is all gap where nobody lists the place, and where the hours are unknown', () => {
    expect(weekCoverage(register(), '4647')).toMatchObject({ listed: false, gapMinutes: 10_080 });
    expect(weekCoverage(register(service('a', [])), '4647')).toMatchObject({ listed: true, gapMinutes: 10_080 });
  });

  it('two services that follow each other leave no gap', () => {
    const coverage = weekCoverage(
      register(service('day', [{ from: 480, to: 1380 }]), service('night', [{ from: 1380, to: 10_560 }])),
      '4647',
    );
    expect(coverage).toMatchObject({ gapMinutes: 0, overlapMinutes: 0 });
  });
});
