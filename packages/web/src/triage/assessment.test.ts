import type { Pack } from '@vakthavende/core/triage';
import { describe, expect, it } from 'vitest';
import { type Assessment, notAssessed, recalled, suggestionFor, toggled, urgencyOrder } from './assessment.ts';

const rest = { action: 'nurseAdvice', advice: [], callAgain: [] } as const;
const pack: Pack = {
  id: 'trial',
  version: '1',
  title: 'Prøve',
  owner: 'Prøve',
  licence: 'MIT',
  language: 'nb',
  demonstration: true,
  notice: 'Prøve',
  vitalQuestions: [{ ...rest, id: 'v1', text: 'Puster ikke', urgency: 'red' }],
  complaints: [
    {
      id: 'cold',
      title: 'Forkjølelse',
      synonyms: [],
      criteria: [{ ...rest, id: 'c1', text: 'Feber', urgency: 'yellow' }],
      otherwise: { ...rest, urgency: 'green' },
    },
  ],
  texts: {},
};
const cold: Assessment = { ...notAssessed, vitalAsked: true, complaint: 'cold' };

describe('the suggestion', () => {
  it('is not given before the vital questions are asked', () => {
    expect(suggestionFor(pack, { ...cold, vitalAsked: false })).toBeUndefined();
    expect(suggestionFor(pack, cold)?.urgency).toBe('green');
  });
  it('follows what is found', () => {
    expect(suggestionFor(pack, { ...cold, criteria: ['c1'] })?.urgency).toBe('yellow');
    expect(suggestionFor(pack, { ...cold, vital: ['v1'] })?.urgency).toBe('red');
  });
  it('is none without a pack', () => {
    expect(suggestionFor(undefined, cold)).toBeUndefined();
  });
});

it('tells tool, criteria, suggestion and why it was departed from', () => {
  expect(urgencyOrder({ pack, assessment: { ...cold, criteria: ['c1'] }, urgency: 'green', departureReason: 'Måltet feil' })).toEqual({
    type: 'setUrgency',
    axis: 'telephone',
    urgency: 'green',
    tool: { pack: 'trial', version: '1' },
    complaint: 'cold',
    criteria: ['c1'],
    suggested: 'yellow',
    departureReason: 'Måltet feil',
  });
  expect(urgencyOrder({ pack: undefined, assessment: notAssessed, urgency: 'red' })).toMatchObject({ tool: 'none', criteria: [] });
});

it('takes on and off', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

it('recalls what a colleague answered, by the same pack only', () => {
  const setting = { at: 1, axis: 'telephone' as const, tool: { pack: 'trial', version: '1' }, complaint: 'cold', criteria: ['v1', 'c1'] };
  expect(recalled(pack, [setting])).toEqual({ vitalAsked: true, vital: ['v1'], complaint: 'cold', criteria: ['c1'] });
  expect(recalled(pack, [{ ...setting, tool: { pack: 'trial', version: '0' } }])).toBe(notAssessed);
  expect(recalled(pack, [{ ...setting, axis: 'clinic' }])).toBe(notAssessed);
});
