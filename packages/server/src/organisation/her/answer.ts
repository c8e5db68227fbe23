import type { PublicAnswer, PublicPlace } from '@vakthavende/contract/organisation';
import { day, type Instant, instant, osloDay } from '@vakthavende/core/kernel';
import {
  allPlaces,
  type Clinic,
  municipalityOf,
  type PlaceId,
  type Register,
  type ServedSpan,
  servedSpans,
} from '@vakthavende/core/organisation';
import type { z } from 'zod';
import { dayOf, placeName } from '../place-names.ts';
import { kindOf } from '../question-views.ts';

/** The place as people see it, with the parts that belong elsewhere than the rest. Undefined: no such place. */
export function publicPlace(register: Register, place: PlaceId, at: Instant): z.input<typeof PublicPlace> | undefined {
  const name = placeName(register, place);
  if (name === undefined) return undefined;
  const number = municipalityOf(place);
  const whole = place === number ? undefined : register.placeById.get(number)?.name;
  const parts =
    place === number
      ? allPlaces(register.now, osloDay(dayOf(at))).filter((part) => part !== number && municipalityOf(part) === number)
      : [];
  return {
    id: place,
    name,
    ...(whole === undefined ? {} : { municipality: whole }),
    parts: parts.map((part) => ({ id: part, name: placeName(register, part) ?? part })),
  };
}

/** How far ahead the answer looks for when it changes: a week shows every ordinary change. */
const ahead = 7 * day;

export interface AnswerAt {
  readonly at: Instant;
  readonly demo: boolean;
}

export function publicAnswer(register: Register, place: z.input<typeof PublicPlace>, { at, demo }: AnswerAt): z.input<typeof PublicAnswer> {
  const spans = servedSpans(register, place.id, { from: at, to: instant(at + ahead) });
  // A span that is not empty has at least one.
  const { answer } = spans[0] as ServedSpan;
  const services = answer.kind === 'gap' ? ('services' in answer.reason ? answer.reason.services : []) : answer.services;
  const number = services.flatMap(({ phones }) => phones).find((phone) => phone !== '116117') ?? answer.callCentre?.localNumber;
  const kind = kindOf(answer);
  return {
    ...{ place, at, demo, kind: kind === 'served' ? 'service' : kind, emergencyNumber: '113', legevaktNumber: '116117' },
    localNumber: answer.callCentre?.localNumber ?? number,
    callCentre: answer.callCentre?.name,
    service: answer.kind === 'served' ? answer.services[0].name : undefined,
    clinics: answer.kind === 'served' ? answer.openClinics.map((clinic) => publicClinic(clinic, spans)) : [],
    comments: [...new Set(services.flatMap(({ comment }) => (comment === undefined ? [] : [comment])))],
    changesAt: spans.length > 1 ? spans[0]?.to : undefined,
  };
}

function publicClinic({ id, name, address, phone, position }: Clinic, spans: readonly ServedSpan[]) {
  const closed = spans.find(({ answer }) => answer.kind !== 'served' || !answer.openClinics.some((clinic) => clinic.id === id));
  return { id, name, address, phone, position, opensUntil: closed?.from };
}
