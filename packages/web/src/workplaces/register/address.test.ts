import { instant, localDate } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { searchOf, shownIn } from './address.ts';

const all = {
  view: 'oppslag',
  list: 'helsenorge-2013',
  kind: 'arrangements',
  id: 'hn-17',
  place: '4640-balestrand',
  date: localDate('2026-04-04'),
  minute: 3 * 60 + 5,
  asKnownAt: instant(1_795_366_373_327),
} as const;

describe('the address of the register', () => {
  it('says all that is shown, and comes back as it was', () => {
    const text = new URLSearchParams(searchOf(all)).toString();
    expect(text).toContain('kl=03%3A05');
    expect(shownIn(text)).toEqual(all);
  });

  it('is empty for the map of the live list now', () => {
    expect(searchOf(shownIn(''))).toEqual({});
  });

  it('reads what the router puts within quotes, and takes no notice of what it does not know', () => {
    expect(shownIn('sted=%224602%22&vis=noe&dag=2026-02-30&kl=ni&slag=hest')).toEqual({ ...shownIn(''), place: '4602' });
  });
});
