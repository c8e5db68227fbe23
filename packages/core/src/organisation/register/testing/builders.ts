import { instant, localDate } from '../../../kernel/index.ts';
import type { Arrangement, Clinic, Geography, Municipality, Opening, RegisterData } from '../model.ts';

export const since2020 = { valid: { from: localDate('2020-01-01') }, known: { from: instant(0) }, source: 'test' } as const;

export function weekly(windows: readonly { from: number; to: number }[], rest: Partial<Opening> = {}): Opening {
  return { pattern: { kind: 'weekly', windows }, holidays: 'asWeekday', exceptions: [], ...rest };
}

export function arrangement(id: string, rest: Partial<Arrangement> = {}): Arrangement {
  return {
    ...since2020,
    id,
    name: id,
    kind: 'duty',
    places: ['0001'],
    district: undefined,
    operator: undefined,
    legalForm: undefined,
    host: undefined,
    partners: [],
    clinics: [],
    callCentre: undefined,
    phones: [],
    opening: weekly([{ from: 0, to: 10_080 }]),
    comment: undefined,
    web: undefined,
    notes: [],
    ...rest,
  };
}

export function clinic(id: string, rest: Partial<Clinic> = {}): Clinic {
  return {
    ...since2020,
    id,
    name: id,
    kind: 'main',
    district: undefined,
    place: undefined,
    premises: undefined,
    coLocations: [],
    equipment: [],
    phone: undefined,
    address: undefined,
    position: undefined,
    opening: undefined,
    onlyFor: [],
    ...rest,
  };
}

export function municipality(number: string, rest: Partial<Municipality> = {}): Municipality {
  return { number, name: `K${number}`, validFrom: undefined, validTo: undefined, populations: [], centralities: [], ...rest };
}

export const threeMunicipalities: Geography = {
  municipalities: ['0001', '0002', '0003'].map((number) => municipality(number)),
  changes: [],
};

export function data(rest: Partial<RegisterData> = {}): RegisterData {
  return {
    ...threeMunicipalities,
    list: 'test',
    parts: [],
    districts: [],
    clinics: [],
    callCentres: [],
    emcs: [],
    vehicles: [],
    arrangements: [],
    ...rest,
  };
}
