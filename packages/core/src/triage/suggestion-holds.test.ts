import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Pack } from './pack.ts';
import { checkSuggestion } from './suggestion-holds.ts';
import type { UrgencySetting } from './urgency.ts';

const pack = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../reference/packs/demonstration-1.json'), 'utf8')) as Pack;
const [complaint] = pack.complaints;
const [vital] = pack.vitalQuestions;

const setting = (over: Partial<UrgencySetting>): UrgencySetting => ({
  axis: 'telephone',
  urgency: 'green',
  tool: { pack: pack.id, version: pack.version },
  complaint: complaint?.id,
  criteria: [],
  suggested: complaint?.otherwise.urgency,
  ...over,
});

describe('what a setting says of its tool', () => {
  it('holds when the pack suggests the same on the same findings', () => {
    expect(checkSuggestion(pack, setting({}))).toEqual({ holds: true });
  });

  it('counts vital questions among the criteria', () => {
    expect(checkSuggestion(pack, setting({ criteria: [vital?.id ?? ''], suggested: 'red' }))).toEqual({ holds: true });
  });

  it('does not hold when the client claims another suggestion, and says the right one', () => {
    const claimed = setting({ criteria: [vital?.id ?? ''], suggested: 'green' });
    expect(checkSuggestion(pack, claimed)).toEqual({ holds: false, code: 'suggestion-differs', suggested: 'red' });
  });

  it('does not hold for another version of the pack', () => {
    expect(checkSuggestion(pack, setting({ tool: { pack: pack.id, version: 'old' } }))).toEqual({ holds: false, code: 'tool-unknown' });
  });

  it('asks nothing of a setting made by judgement alone, or by a tool of the clinic', () => {
    expect(checkSuggestion(pack, setting({ tool: 'none', suggested: undefined }))).toEqual({ holds: true });
    expect(checkSuggestion(pack, setting({ axis: 'clinic', tool: { pack: 'mts', version: '1' } }))).toEqual({ holds: true });
  });
});
