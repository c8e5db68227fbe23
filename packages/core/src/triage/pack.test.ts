import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack, type Pack, type PackFault, searchComplaints, suggest } from './index.ts';

// The shape is what this test is about: `checkPack` and the sections below look at every part of it.
const demonstration = JSON.parse(
  readFileSync(new URL('../../../../reference/packs/demonstration-1.json', import.meta.url), 'utf8'),
) as Pack;
const home = { advice: ['ro'], callAgain: ['igjen'] };
const small: Pack = {
  id: 'p',
  version: '1',
  title: 'Prøve',
  owner: 'Ingen',
  licence: 'MIT',
  language: 'nb',
  demonstration: true,
  notice: 'Ikke til bruk',
  vitalQuestions: [
    { id: 'v1', text: 'Ikke våken', urgency: 'red', action: 'callOut', conferEmc: true, advice: ['haster'], callAgain: ['igjen'] },
  ],
  complaints: [
    {
      id: 'hoste',
      title: 'Hoste',
      synonyms: ['harking', 'vond hals'],
      criteria: [
        { id: 'h1', text: 'Blå', urgency: 'red', action: 'callOut', conferEmc: true, advice: ['haster'], callAgain: ['igjen'] },
        { id: 'h2', text: 'Tett', urgency: 'yellow', action: 'doctorConsultation', advice: ['ro'], callAgain: ['igjen'] },
        { id: 'h3', text: 'Feber', urgency: 'yellow', action: 'doctorTelephone', advice: ['drikke'], callAgain: ['igjen'] },
      ],
      otherwise: { urgency: 'green', action: 'nurseAdvice', ...home },
    },
  ],
  texts: { ro: 'Hold deg i ro', haster: 'Bli på linjen', drikke: 'Drikk', igjen: 'Ring igjen' },
};
const hoste = small.complaints[0]!;
const first = hoste.criteria[0]!;

describe('the demonstration pack', () => {
  test('is complete', () => expect(checkPack(demonstration)).toEqual([]));
  test('says that it is not for clinical use', () => {
    expect([demonstration.demonstration, demonstration.notice]).toEqual([true, 'Demonstrasjon – ikke til klinisk bruk']);
  });
  test('has thirteen complaints of three to seven criteria, and six vital questions', () => {
    expect(demonstration.complaints).toHaveLength(13);
    expect(demonstration.complaints.every(({ criteria }) => criteria.length >= 3 && criteria.length <= 7)).toBe(true);
    expect(demonstration.vitalQuestions).toHaveLength(6);
  });
  test('confers with the EMC at every red, and at nothing else', () => {
    const all = [
      ...demonstration.vitalQuestions,
      ...demonstration.complaints.flatMap((complaint) => [...complaint.criteria, complaint.otherwise]),
    ];
    for (const one of all) expect([one.advice, one.conferEmc === true]).toEqual([one.advice, one.urgency === 'red']);
  });
  test('has short texts: a question is read at a glance, advice in a breath', () => {
    const questions = [...demonstration.vitalQuestions, ...demonstration.complaints.flatMap((complaint) => complaint.criteria)];
    expect(questions.filter((question) => question.text.length > 90)).toEqual([]);
    expect(Object.values(demonstration.texts).filter((text) => text.length > 160)).toEqual([]);
  });
  test('every finding leads to a suggestion as urgent as the finding', () => {
    for (const complaint of demonstration.complaints) {
      for (const criterion of complaint.criteria) {
        const suggested = suggest(demonstration, { vital: [], complaint: complaint.id, criteria: [criterion.id] });
        expect(suggested).toMatchObject({ suggested: true, suggestion: { urgency: criterion.urgency, decidedBy: { id: criterion.id } } });
      }
    }
  });
});

describe('what the pack suggests', () => {
  const suggestion = (findings: Parameters<typeof suggest>[1]) => {
    const suggested = suggest(small, findings);
    return suggested.suggested ? suggested.suggestion : suggested;
  };
  test('vital questions go before all', () => {
    expect(suggestion({ vital: ['v1'], complaint: 'hoste', criteria: ['h1'] })).toMatchObject({
      urgency: 'red',
      decidedBy: { kind: 'vital', id: 'v1' },
      conferEmc: true,
    });
    expect(suggestion({ vital: ['v1'], criteria: [] })).toMatchObject({ urgency: 'red' });
  });
  test('the most urgent decides, whatever the order it was found in', () => {
    expect(suggestion({ vital: [], complaint: 'hoste', criteria: ['h3', 'h1'] })).toMatchObject({
      urgency: 'red',
      decidedBy: { kind: 'criterion', id: 'h1' },
    });
  });
  test('among equals the first of the pack decides, and the advice of all is given', () => {
    expect(suggestion({ vital: [], complaint: 'hoste', criteria: ['h3', 'h2'] })).toMatchObject({
      action: 'doctorConsultation',
      decidedBy: { id: 'h2' },
      conferEmc: false,
      advice: [
        { code: 'ro', text: 'Hold deg i ro' },
        { code: 'drikke', text: 'Drikk' },
      ],
      callAgain: [{ code: 'igjen', text: 'Ring igjen' }],
    });
  });
  test('advice for a lesser thing is left out beside a more urgent', () => {
    expect(suggestion({ vital: [], complaint: 'hoste', criteria: ['h1', 'h3'] })).toMatchObject({ advice: [{ code: 'haster' }] });
  });
  test('no criterion present is an answer too', () => {
    expect(suggestion({ vital: [], complaint: 'hoste', criteria: [] })).toMatchObject({
      urgency: 'green',
      action: 'nurseAdvice',
      decidedBy: { kind: 'otherwise', id: 'hoste' },
    });
  });
  test('without complaint and vital signs there is nothing to suggest', () => {
    expect(suggestion({ vital: [], criteria: [] })).toEqual({ suggested: false, reason: 'noComplaint' });
  });
  test.each([
    ['complaint', { vital: [], complaint: 'x', criteria: [] }],
    ['vital question', { vital: ['x'], criteria: [] }],
    ['criterion', { vital: [], complaint: 'hoste', criteria: ['h1', 'x'] }],
    ['criterion without complaint', { vital: ['v1'], criteria: ['x'] }],
  ])('an unknown %s is never passed over', (_, findings) =>
    expect(suggestion(findings)).toEqual({ suggested: false, reason: 'unknownFinding', id: 'x' }),
  );
});

describe('a pack that is not complete', () => {
  const withCriterion = (change: object): Pack => ({
    ...small,
    complaints: [{ ...hoste, criteria: [{ ...first, ...change }, ...hoste.criteria.slice(1)] }],
  });
  const withComplaint = (change: object): Pack => ({ ...small, complaints: [{ ...hoste, ...change }] });
  test('the small pack is', () => expect(checkPack(small)).toEqual([]));
  test.each<[string, Pack, PackFault['fault'], string]>([
    ['no owner', { ...small, owner: ' ' }, 'noText', 'owner'],
    ['no notice', { ...small, notice: '' }, 'noText', 'notice'],
    ['no vital questions', { ...small, vitalQuestions: [] }, 'noQuestions', 'vitalQuestions'],
    [
      'a vital question that is yellow',
      { ...small, vitalQuestions: [{ ...small.vitalQuestions[0]!, urgency: 'yellow' }] },
      'vitalNotRed',
      'vitalQuestions.v1.urgency',
    ],
    ['no complaints', { ...small, complaints: [], texts: { haster: 'x', igjen: 'x' } }, 'noQuestions', 'complaints'],
    ['a complaint twice', { ...small, complaints: [hoste, hoste] }, 'repeatedId', 'complaints.hoste'],
    [
      'a complaint without criteria',
      { ...withComplaint({ criteria: [] }), texts: { ro: 'x', haster: 'x', igjen: 'x' } },
      'noQuestions',
      'complaints.hoste.criteria',
    ],
    [
      'ten criteria',
      withComplaint({ criteria: [...Array(8).keys()].map((i) => ({ ...first, id: `x${i}` })).concat(hoste.criteria.slice(1)) }),
      'tooManyQuestions',
      'complaints.hoste.criteria',
    ],
    ['a criterion twice', withCriterion({ id: 'h2' }), 'repeatedId', 'complaints.hoste.criteria.h2'],
    ['a criterion without text', withCriterion({ text: '' }), 'noText', 'complaints.hoste.criteria.h1.text'],
    ['an unknown urgency', withCriterion({ urgency: 'orange' }), 'unknownUrgency', 'complaints.hoste.criteria.h1.urgency'],
    ['an unknown action', withCriterion({ action: 'vent' }), 'unknownAction', 'complaints.hoste.criteria.h1.action'],
    ['referred to nobody', withCriterion({ action: 'referred' }), 'referralMissing', 'complaints.hoste.criteria.h1.referral'],
    [
      'referred to an unknown',
      withCriterion({ action: 'referred', referral: 'x' }),
      'unknownReferral',
      'complaints.hoste.criteria.h1.referral',
    ],
    ['advice without a text', withCriterion({ advice: ['haster', 'x'] }), 'unknownText', 'complaints.hoste.criteria.h1.advice.x'],
    ['no advice', withCriterion({ advice: [] }), 'noAdvice', 'complaints.hoste.criteria.h1.advice'],
    ['nothing on calling again', withCriterion({ callAgain: [] }), 'noCallAgain', 'complaints.hoste.criteria.h1.callAgain'],
    [
      'an end without advice',
      withComplaint({ otherwise: { ...hoste.otherwise, advice: [] } }),
      'noAdvice',
      'complaints.hoste.otherwise.advice',
    ],
    ['the less urgent first', withComplaint({ criteria: hoste.criteria.toReversed() }), 'lessUrgentFirst', 'complaints.hoste.criteria.h1'],
    ['an empty text', { ...small, texts: { ...small.texts, ro: '' } }, 'noText', 'texts.ro'],
    ['a text that nothing uses', { ...small, texts: { ...small.texts, gammel: 'x' } }, 'unusedText', 'texts.gammel'],
    [
      'a text named like a built-in',
      withCriterion({ advice: ['haster', 'toString'] }),
      'unknownText',
      'complaints.hoste.criteria.h1.advice.toString',
    ],
  ])('%s', (_, pack, fault, at) => expect(checkPack(pack)).toEqual([{ at, fault }]));
});

describe('searching complaints', () => {
  const found = (text: string) => searchComplaints(demonstration, text).map((complaint) => complaint.id);
  test('nothing typed gives all in the pack`s order', () =>
    expect(found(' ')).toEqual(demonstration.complaints.map((complaint) => complaint.id)));
  test.each([
    ['bryst', ['brystsmerter']],
    ['BRYST', ['brystsmerter']],
    ['vondt i ma', ['magesmerter']],
    ['klem', ['brystsmerter']],
    ['hode', ['hodepine']],
    ['får ikke pu', ['tung-pust']],
    ['smerter', []],
    ['xyz', []],
    ['.*', demonstration.complaints.map((complaint) => complaint.id)],
  ])('%s', (text, ids) => expect(found(text)).toEqual(ids));
  test('titles come before synonyms', () => expect(found('fe')[0]).toBe('feber-barn'));
  test('every synonym finds its complaint', () => {
    for (const complaint of demonstration.complaints)
      for (const synonym of complaint.synonyms) expect(found(synonym)).toContain(complaint.id);
  });
});
