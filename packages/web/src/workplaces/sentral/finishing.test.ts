import { expect, it } from 'vitest';
import { finishOf } from './finishing.ts';

const none = { promisedCallback: false, openHandover: false };

it('closes what ended on the telephone', () => {
  expect(finishOf({ ...none, action: 'nurseAdvice' })).toEqual({ kind: 'close', outcome: 'advised' });
  expect(finishOf({ ...none, action: 'referred', referral: 'hospital' })).toEqual({ kind: 'close', outcome: 'admitted' });
  expect(finishOf({ ...none, action: 'referred', referral: 'gpNextWorkingDay' })).toEqual({ kind: 'close', outcome: 'referred' });
});

it('leaves open what another has next', () => {
  expect(finishOf({ ...none, action: 'homeVisit' })).toEqual({ kind: 'leave', because: 'clinic' });
  expect(finishOf({ ...none, action: 'nurseAdvice', promisedCallback: true })).toEqual({ kind: 'leave', because: 'callback' });
  expect(finishOf({ ...none, action: 'nurseAdvice', openHandover: true })).toEqual({ kind: 'leave', because: 'handover' });
  expect(finishOf(none)).toEqual({ kind: 'leave', because: 'undecided' });
});

it('closes as chosen', () => {
  expect(finishOf({ ...none, action: 'doctorConsultation', chosen: 'noContact' })).toEqual({ kind: 'close', outcome: 'noContact' });
});
