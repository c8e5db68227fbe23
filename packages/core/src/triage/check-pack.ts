import { type Complaint, type Criterion, type Pack, type Recommendation, recommendedActions, recommendedReferrals } from './pack.ts';
import { urgencies } from './urgency.ts';

/** Answers are given by the keys 1-9. */
export const mostQuestions = 9;

export interface PackFault {
  /** Path in the pack: `complaints.brystsmerter.criteria.b1.advice`. */
  readonly at: string;
  readonly fault:
    | 'noText'
    | 'repeatedId'
    | 'unknownText'
    | 'unusedText'
    | 'unknownUrgency'
    | 'unknownAction'
    | 'unknownReferral'
    | 'referralMissing'
    | 'noQuestions'
    | 'tooManyQuestions'
    | 'lessUrgentFirst'
    | 'vitalNotRed'
    | 'noAdvice'
    | 'noCallAgain';
}

/** Everything that keeps a pack from being loaded; none: it is complete. A pack with half its texts is worse than no pack. */
export function checkPack(pack: Pack): readonly PackFault[] {
  return [
    ...(['id', 'version', 'title', 'owner', 'licence', 'language', 'notice'] as const).flatMap((field) => said(field, pack[field])),
    ...questionFaults(pack, 'vitalQuestions', pack.vitalQuestions),
    ...pack.vitalQuestions.flatMap((vital) => when(vital.urgency !== 'red', `vitalQuestions.${vital.id}.urgency`, 'vitalNotRed')),
    ...when(pack.complaints.length === 0, 'complaints', 'noQuestions'),
    ...repeated('complaints', pack.complaints),
    ...pack.complaints.flatMap((complaint) => complaintFaults(pack, complaint)),
    ...textFaults(pack),
  ];
}

function complaintFaults(pack: Pack, complaint: Complaint): readonly PackFault[] {
  const at = `complaints.${complaint.id}`;
  return [
    ...said(`${at}.id`, complaint.id),
    ...said(`${at}.title`, complaint.title),
    ...complaint.synonyms.flatMap((synonym, index) => said(`${at}.synonyms.${index}`, synonym)),
    ...questionFaults(pack, `${at}.criteria`, complaint.criteria),
    ...recommendationFaults(pack, `${at}.otherwise`, complaint.otherwise),
  ];
}

function questionFaults(pack: Pack, at: string, criteria: readonly Criterion[]): readonly PackFault[] {
  const rank = criteria.map((criterion) => urgencies.indexOf(criterion.urgency));
  return [
    ...when(criteria.length === 0, at, 'noQuestions'),
    ...when(criteria.length > mostQuestions, at, 'tooManyQuestions'),
    ...repeated(at, criteria),
    ...criteria.flatMap((criterion, index) => [
      ...said(`${at}.${criterion.id}.id`, criterion.id),
      ...said(`${at}.${criterion.id}.text`, criterion.text),
      ...when(index > 0 && (rank[index - 1] ?? 0) > (rank[index] ?? 0), `${at}.${criterion.id}`, 'lessUrgentFirst'),
      ...recommendationFaults(pack, `${at}.${criterion.id}`, criterion),
    ]),
  ];
}

/** Where it ends: an urgency, an action, something to say to the caller, and when to call again. */
function recommendationFaults(pack: Pack, at: string, one: Recommendation): readonly PackFault[] {
  const unknownIn = (part: 'advice' | 'callAgain') =>
    one[part].flatMap((code) => when(!Object.hasOwn(pack.texts, code), `${at}.${part}.${code}`, 'unknownText'));
  return [
    ...when(!urgencies.includes(one.urgency), `${at}.urgency`, 'unknownUrgency'),
    ...when(!recommendedActions.includes(one.action), `${at}.action`, 'unknownAction'),
    ...when(one.action === 'referred' && one.referral === undefined, `${at}.referral`, 'referralMissing'),
    ...when(one.referral !== undefined && !recommendedReferrals.includes(one.referral), `${at}.referral`, 'unknownReferral'),
    ...when(one.advice.length === 0, `${at}.advice`, 'noAdvice'),
    ...when(one.callAgain.length === 0, `${at}.callAgain`, 'noCallAgain'),
    ...unknownIn('advice'),
    ...unknownIn('callAgain'),
  ];
}

function textFaults(pack: Pack): readonly PackFault[] {
  const recommendations: readonly Recommendation[] = [
    ...pack.vitalQuestions,
    ...pack.complaints.flatMap((complaint) => [...complaint.criteria, complaint.otherwise]),
  ];
  const used = new Set(recommendations.flatMap((one) => [...one.advice, ...one.callAgain]));
  return Object.entries(pack.texts).flatMap(([code, text]) => [
    ...said(`texts.${code}`, text),
    ...when(!used.has(code), `texts.${code}`, 'unusedText'),
  ]);
}

function repeated(at: string, items: readonly { readonly id: string }[]): readonly PackFault[] {
  const ids = items.map((item) => item.id);
  return ids.flatMap((id, index) => when(ids.indexOf(id) !== index, `${at}.${id}`, 'repeatedId'));
}

function said(at: string, text: string): readonly PackFault[] {
  return when(text.trim() === '', at, 'noText');
}

function when(holds: boolean, at: string, fault: PackFault['fault']): readonly PackFault[] {
  return holds ? [{ at, fault }] : [];
}
