import type { ActionClass, Channel, Outcome } from '@vakthavende/core/contact';
import type { Urgency } from '@vakthavende/core/triage';

/*
 * The ordinary evening as a table. NKLM: NKLM 2-2026. SSB: municipalities' inhabitants 1 January 2022 (reference/municipalities).
 * "Assumed": no source; a demonstration needs some value.
 */

/** The pace that `npm start` plays at: ten hours' arrivals and handling in one. At 1 the area has about one call every nine minutes. */
export const defaultSpeed = 10;
/** Up to this pace callers wait as long as people do, so that the one who tries has time to answer; beyond it they hurry along. */
export const callersWaitUpToSpeed = 10;

/** Calls an hour: 545 per 1000 inhabitants and year (NKLM § 2.1.8: 3 054 401), 43.5 % of them in the evening's 7.5 hours (NKLM), by inhabitants (SSB). */
export const callsPerHour = { 'lvs-forde': 4.5, 'lvs-nordfjord': 2 } as const;
export type CentreId = keyof typeof callsPerHour;

/** Seconds from ringing to answer of those answered: 77.4 % within 2 min, 97.6 % within 10 (65 % and 82 % of all, NKLM § 2.1.8), as a lognormal. */
export const answerSeconds = { median: 46, sigma: 1.3, most: 900 } as const;
/** Callers who hang up unanswered: 16 % (NKLM § 2.1.8: 490 508). How long they wait: assumed. */
export const abandonedShare = 0.16;
export const patienceSeconds = { median: 75, sigma: 0.8 } as const;
/** Who gave up and rings again, and after how many seconds; of 1.76 calls per contact (NKLM, Watchtower). Assumed. */
export const redialShare = 0.6;
export const redialAfterSeconds = { median: 180, sigma: 0.7 } as const;
/** Hang-ups during the recorded message, which are not counted; its length. Assumed. */
export const hungUpInMessageShare = 0.04;
export const messageSeconds = { from: 10, to: 16 } as const;
/** Calls that flow over to the partner centre, and when. Assumed. */
export const overflowShare = 0.05;
export const overflowAfterSeconds = 90;
/** Of the calls answered: led to a new contact (1.76 calls per contact, 16 % unanswered); belonged to one that there is; were neither. */
export const answeredCalls = { newContact: 0.68, sameContact: 0.1, noContact: 0.22 } as const;
/** Seconds of conversation: nurse with decision support, mean 284, SD 168 (BMC Prim Care 2020, s12875-020-01122-z), as a lognormal. */
export const talkSeconds = { median: 244, sigma: 0.55 } as const;
/** A call that waits alone is left to the person who tries for so many seconds more. Ours. */
export const leftForYouSeconds = 60;

/** Patients themselves 45.7 %, patients and kin together 75.8 % (NKLM § 2.1.13; Watchtower 2023), of what comes by telephone; the rest is assumed. */
export const channels: Readonly<Partial<Record<Channel, number>>> = {
  patientPhones: 46,
  nextOfKinPhones: 30,
  healthPersonnelPhones: 14,
  emc: 3,
  other: 1,
};

/** NKLM § 2.1.13, the Watchtower project 2024. */
export const urgencies: Readonly<Record<Urgency, number>> = { green: 52.5, yellow: 37.1, red: 10.4 };

/**
 * Action by urgency. Chosen so that the whole is 30 % advice by nurse and 49 % consultation with doctor (NKLM § 2.1.13), 10 % doctor by
 * telephone and 1.6 % call-out (Watchtower 2007), 1.4 % home visit (2023); how it divides over the urgencies is assumed.
 */
export const actions: Readonly<Record<Urgency, Readonly<Partial<Record<ActionClass, number>>>>> = {
  green: { nurseAdvice: 46, doctorConsultation: 35, doctorTelephone: 12, otherConsultation: 3, referred: 4 },
  yellow: { nurseAdvice: 17, doctorConsultation: 64, doctorTelephone: 9, otherConsultation: 5, homeVisit: 4, referred: 1 },
  red: { doctorConsultation: 66, callOut: 16, other: 18 },
};

/** Who was seen by a doctor. 11 % are referred acutely (Blinkenberg, BMC HSR 2022;22:78); the rest is assumed. */
export const outcomesAfterDoctor: Readonly<Partial<Record<Outcome, number>>> = { home: 84, admitted: 9, municipalBed: 2, referred: 5 };

/** Consultations per person and year by age (SSB 2023, updated 3 May 2024) times the ages' share of the people (assumed). */
export const ages: Readonly<Record<string, number>> = {
  '0-5': 27,
  '6-15': 23,
  '16-29': 42,
  '30-49': 52,
  '50-66': 38,
  '67-79': 25,
  '80-97': 15,
};

/** How the patient is known. Assumed. */
export const identities = { nationalId: 90, nameAndBirth: 6, foreign: 2, unknown: 2 } as const;

/** Shares of one: a departure from the tool's suggestion, a callback for how it went, a note told late, a letter that remains, one who never comes. Assumed. */
export const nowAndThen = { departure: 0.05, callback: 0.1, lateNote: 0.05, letter: 0.15, neverComes: 0.03 } as const;

/** Minutes, drawn between the two. Consultation 15-30 (assumption of the evidence table); the others are assumed. */
export const minutes = {
  toClinic: [15, 60],
  waitForNurse: [3, 10],
  nurse: [4, 9],
  waitForDoctor: [2, 20],
  doctor: [15, 30],
  callOut: [40, 90],
  callback: [15, 40],
  receipt: [2, 6],
  closing: [1, 4],
  letter: [10, 40],
  /** In real minutes at any pace: how long somebody with the pager takes. */
  page: [0.2, 0.7],
} as const;

/** Weights by inhabitants (SSB; parts of municipalities assumed), and the clinic that serves the place. */
export const places: Readonly<Record<CentreId, Readonly<Record<string, { readonly people: number; readonly clinicId: string }>>>> = {
  'lvs-forde': {
    '4647': { people: 22_116, clinicId: 'lv-forde' },
    '4602': { people: 11_200, clinicId: 'lv-floro' },
    '4648': { people: 3_521, clinicId: 'lv-bremanger' },
    '4638': { people: 3_965, clinicId: 'sat-hoyanger' },
    '4645': { people: 2_951, clinicId: 'sat-askvoll' },
    '4646': { people: 2_901, clinicId: 'lv-forde' },
    '4635': { people: 2_230, clinicId: 'lv-forde' },
    '4640-balestrand': { people: 1_300, clinicId: 'sat-balestrand' },
    '4637': { people: 1_290, clinicId: 'sat-hyllestad' },
    '4636': { people: 768, clinicId: 'lv-forde' },
  },
  'lvs-nordfjord': {
    '4649': { people: 9_527, clinicId: 'lv-nordfjord' },
    '4651': { people: 7_207, clinicId: 'lv-nordfjord' },
    '4602-vagsoy': { people: 5_900, clinicId: 'lv-nordfjord' },
  },
};
