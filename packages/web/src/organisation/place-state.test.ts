import { instant } from '@vakthavende/core/kernel';
import type { ServedBy } from '@vakthavende/core/organisation';
import { describe, expect, it } from 'vitest';
import { drawnStates, type PlaceState, stateOf } from './place-state.ts';

const gap = (code: 'not-listed' | 'unknown-place'): ServedBy => ({ kind: 'gap', reason: { code }, callCentre: undefined, openClinics: [] });

describe('how a place is drawn', () => {
  it('a place that the list does not name is no gap of the list', () => {
    expect(stateOf(gap('not-listed'))).toBe('unlisted');
    expect(stateOf({ ...gap('not-listed'), reason: { code: 'none-open', services: [], opensAt: instant(0) } } as ServedBy)).toBe('gap');
    expect(stateOf({ ...gap('not-listed'), reason: { code: 'hours-unknown', services: [] } } as ServedBy)).toBe('unknown');
  });

  it('a municipality of which only parts are named is drawn as the part that most needs to be seen', () => {
    const row = (place: string, state: PlaceState) => ({ place, state, answer: gap('not-listed') });
    const drawn = drawnStates([
      row('5059', 'unlisted'),
      row('5059-agdenes', 'served'),
      row('5059-meldal', 'gap'),
      row('4640', 'served'),
      row('4640-balestrand', 'gap'),
    ]);
    expect(drawn.get('5059')).toBe('gap');
    expect(drawn.get('4640')).toBe('served');
    expect(drawn.get('5059-agdenes')).toBe('served');
  });
});
