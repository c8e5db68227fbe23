import { addDays, type Instant, type LocalDate, minutesOfWeek } from '../../kernel/index.ts';
import { municipalityOf, type PlaceId } from '../place.ts';
import { openMinutes } from '../week.ts';
import { rowsOn } from './compare.ts';
import type { RegisterView } from './compile.ts';
import { type FhirBundle, type FhirResource, norwegianSystems } from './fhir-types.ts';
import { instantText } from './instant-text.ts';
import type { Arrangement, CallCentre, Clinic, District, Opening } from './model.ts';

export interface FhirTerms {
  readonly date: LocalDate;
  readonly now: Instant;
  /** Where the resources would be read: `https://…/fhir`, without a slash at the end. */
  readonly baseUrl: string;
}

/**
 * The register on a day as an R4 collection: districts and municipalities as Organization, who is with whom as OrganizationAffiliation,
 * clinics and places as Location, arrangements and call centres as HealthcareService. One's own GP is not legevakt and is left out.
 */
export function fhirBundle(view: RegisterView, terms: FhirTerms): FhirBundle {
  const on = <T extends Parameters<typeof rowsOn>[0][number]>(rows: readonly T[]): readonly T[] => rowsOn(rows, terms.date);
  const context = { view, ...terms };
  const arrangements = on(view.data.arrangements).filter(({ kind }) => kind === 'duty');
  const districts = on(view.data.districts);
  const centres = on(view.data.callCentres);
  const places = placesOf(arrangements, districts, centres);
  const municipalities = [
    ...new Set([...places.map(municipalityOf), ...arrangements.flatMap(({ host, partners }) => [...(host ? [host] : []), ...partners])]),
  ];
  const resources: readonly FhirResource[] = [
    ...municipalities.toSorted().map((number) => municipality(context, number)),
    ...districts.map((district) => districtOrganization(context, district)),
    ...districts.flatMap((district) => affiliations(context, district)),
    ...arrangements.flatMap((arrangement) => hostAffiliations(arrangement)),
    ...places.map((place) => placeLocation(context, place)),
    ...on(view.data.clinics).map((clinic) => clinicLocation(context, clinic)),
    ...arrangements.map((arrangement) => healthcareService(context, arrangement)),
    ...centres.map((centre) => callCentreService(context, centre)),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: instantText(terms.now),
    entry: resources.map((resource) => ({ fullUrl: `${terms.baseUrl}/${resource.resourceType}/${resource.id}`, resource })),
  };
}

interface Context extends FhirTerms {
  readonly view: RegisterView;
}

function placesOf(
  arrangements: readonly Arrangement[],
  districts: readonly District[],
  centres: readonly CallCentre[],
): readonly PlaceId[] {
  const members = [...districts.flatMap((district) => district.members), ...centres.flatMap((centre) => centre.routing)];
  return [...new Set([...arrangements.flatMap((arrangement) => arrangement.places), ...members.map(({ place }) => place)])].toSorted();
}

/** FHIR ids: letters, digits, `-` and `.`, at most 64. */
function fhirId(kind: string, id: string): string {
  return `${kind}.${id}`.slice(0, 64);
}

function identifiers({ view }: Context, id: string, organisationNumber?: string): readonly unknown[] {
  return [
    { use: 'secondary', system: `urn:x-vakthavende:register:${view.data.list}`, value: id },
    ...(organisationNumber === undefined
      ? []
      : [{ use: 'official', system: norwegianSystems.organisationNumber, value: organisationNumber }]),
  ];
}

function nameOf({ view, date }: Context, place: PlaceId): string {
  const part = rowsOn(view.data.parts, date).find(({ id }) => id === place);
  const rows = view.history.municipalities.get(municipalityOf(place)) ?? [];
  return (
    part?.name ??
    rows.find(({ validFrom, validTo }) => (validFrom ?? '') <= date && (validTo === undefined || date < validTo))?.name ??
    rows.at(-1)?.name ??
    place
  );
}

function addressOf(number: string, name: string) {
  return {
    country: 'NO',
    district: name,
    _district: {
      extension: [
        {
          url: norwegianSystems.municipalityExtension,
          valueCoding: { system: norwegianSystems.municipality, code: number, display: name },
        },
      ],
    },
  };
}

function municipality(context: Context, number: string): FhirResource {
  const name = nameOf(context, number);
  return {
    resourceType: 'Organization',
    id: fhirId('m', number),
    active: true,
    identifier: identifiers(context, number),
    type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'govt' }] }],
    name: `${name} kommune`,
    address: [addressOf(number, name)],
  };
}

function districtOrganization(context: Context, district: District): FhirResource {
  return {
    resourceType: 'Organization',
    id: fhirId('d', district.id),
    active: true,
    identifier: identifiers(context, district.id, district.organisationNumber),
    type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'prov' }] }],
    name: district.name,
  };
}

function affiliations(context: Context, district: District): readonly FhirResource[] {
  return district.members
    .filter(({ from, to }) => from <= context.date && (to === undefined || context.date < to))
    .map(({ place, from, to }) => ({
      resourceType: 'OrganizationAffiliation',
      id: fhirId('a', `${district.id}.${place}`),
      active: true,
      period: period({ from, to }),
      organization: reference('Organization', fhirId('d', district.id)),
      participatingOrganization: reference('Organization', fhirId('m', municipalityOf(place))),
      code: [{ coding: [{ system: 'http://hl7.org/fhir/organization-role', code: 'member' }], text: 'Deltakerkommune' }],
      location: [reference('Location', fhirId('p', place))],
    }));
}

function hostAffiliations({ id, host, partners, valid }: Arrangement): readonly FhirResource[] {
  if (host === undefined) return [];
  return partners.map((partner) => ({
    resourceType: 'OrganizationAffiliation',
    id: fhirId('h', `${id}.${partner}`),
    active: true,
    period: period(valid),
    organization: reference('Organization', fhirId('m', host)),
    participatingOrganization: reference('Organization', fhirId('m', partner)),
    code: [{ text: 'Deltaker i vertskommunesamarbeid' }],
    healthcareService: [reference('HealthcareService', fhirId('s', id))],
  }));
}

/** FHIR's dates are whole days and both ends count. */
function period({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate | undefined }) {
  return to === undefined ? { start: from } : { start: from, end: addDays(to, -1) };
}

function reference(type: FhirResource['resourceType'], id: string) {
  return { reference: `${type}/${id}` };
}

function placeLocation(context: Context, place: PlaceId): FhirResource {
  const number = municipalityOf(place);
  return {
    resourceType: 'Location',
    id: fhirId('p', place),
    identifier: identifiers(context, place),
    status: 'active',
    name: nameOf(context, place),
    mode: 'instance',
    address: addressOf(number, nameOf(context, number)),
    physicalType: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code: 'jdn', display: 'Jurisdiction' }],
    },
    ...(place === number ? {} : { partOf: reference('Location', fhirId('p', number)) }),
  };
}

function clinicLocation(context: Context, clinic: Clinic): FhirResource {
  const number = clinic.place === undefined ? undefined : municipalityOf(clinic.place);
  const address = {
    ...(number === undefined ? {} : addressOf(number, nameOf(context, number))),
    ...(clinic.address === undefined ? {} : { text: clinic.address }),
  };
  return {
    resourceType: 'Location',
    id: fhirId('c', clinic.id),
    identifier: identifiers(context, clinic.id),
    status: 'active',
    name: clinic.name,
    mode: 'instance',
    ...(clinic.phone === undefined ? {} : { telecom: [phone(clinic.phone)] }),
    ...(Object.keys(address).length === 0 ? {} : { address }),
    ...(clinic.position === undefined ? {} : { position: clinic.position }),
    ...(clinic.district === undefined ? {} : { managingOrganization: reference('Organization', fhirId('d', clinic.district)) }),
  };
}

function phone(value: string) {
  return { system: 'phone', value, use: 'work' };
}

const legevakt = { coding: [{ system: norwegianSystems.municipalService, code: 'KA02', display: 'Legevakt' }] };

function healthcareService(context: Context, arrangement: Arrangement): FhirResource {
  const { id, name, operator, places, district, clinics, phones, comment, opening } = arrangement;
  const here = new Set(rowsOn(context.view.data.clinics, context.date).map((clinic) => clinic.id));
  return {
    resourceType: 'HealthcareService',
    id: fhirId('s', id),
    identifier: identifiers(context, id, operator?.organisationNumber),
    active: true,
    ...(district === undefined ? {} : { providedBy: reference('Organization', fhirId('d', district)) }),
    type: [legevakt],
    name,
    ...(comment === undefined ? {} : { comment }),
    ...(clinics.some((clinic) => here.has(clinic))
      ? { location: clinics.filter((clinic) => here.has(clinic)).map((clinic) => reference('Location', fhirId('c', clinic))) }
      : {}),
    telecom: [{ ...phone('116117'), rank: 1 }, ...phones.filter((number) => number !== '116117').map(phone)],
    coverageArea: places.map((place) => reference('Location', fhirId('p', place))),
    ...availability(opening),
  };
}

function callCentreService(context: Context, { id, name, localNumber, routing }: CallCentre): FhirResource {
  const places = routing.filter(({ from, to }) => from <= context.date && (to === undefined || context.date < to));
  return {
    resourceType: 'HealthcareService',
    id: fhirId('l', id),
    identifier: identifiers(context, id),
    active: true,
    type: [{ ...legevakt, text: 'Legevaktsentral' }],
    name,
    telecom: [{ ...phone('116117'), rank: 1 }, ...(localNumber === undefined ? [] : [phone(localNumber)])],
    ...(places.length === 0 ? {} : { coverageArea: places.map(({ place }) => reference('Location', fhirId('p', place))) }),
    availableTime: [{ daysOfWeek: fhirDays, allDay: true }],
  };
}

const fhirDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const holidayTexts: Readonly<Record<Opening['holidays'], string>> = {
  asWeekday: 'Helligdager som ukedagen',
  asSunday: 'Helligdager som søndag',
  closed: 'Stengt på helligdager',
  allDay: 'Åpent hele døgnet på helligdager',
};

/** R4 has hours by weekday: a cycle and hours that are not known are told in words, and 24:00 is written 23:59:59. */
function availability({ pattern, holidays }: Opening): Readonly<Record<string, unknown>> {
  if (pattern.kind === 'unknown') return { availabilityExceptions: 'Åpningstiden er ikke kjent' };
  if (pattern.kind === 'cycle')
    return { availabilityExceptions: `Går på omgang over ${pattern.weeks.length} uker fra ${pattern.anchor}. ${holidayTexts[holidays]}` };
  return { availableTime: availableTimes(pattern.windows), availabilityExceptions: holidayTexts[holidays] };
}

function availableTimes(windows: Parameters<typeof openMinutes>[0]): readonly unknown[] {
  const open = openMinutes(windows);
  return fhirDays.flatMap((day, weekday) => {
    const start = weekday * (minutesOfWeek / 7);
    return open
      .map(({ from, to }) => ({ from: Math.max(from - start, 0), to: Math.min(to - start, 1440) }))
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) =>
        from === 0 && to === 1440
          ? { daysOfWeek: [day], allDay: true }
          : { daysOfWeek: [day], availableStartTime: clock(from), availableEndTime: clock(to) },
      );
  });
}

function clock(minute: number): string {
  if (minute === 1440) return '23:59:59';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}
