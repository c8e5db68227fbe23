import { addDays, epochDayOfDate, type Instant, type LocalDate, osloDate } from '@vakthavende/core/kernel';
import { municipalityOf, type PlaceId, parsePlaceId, type Register, slugOf } from '@vakthavende/core/organisation';

/** A place's name as people say it: a part that no row names is called by the municipality that it once was. */
export function placeName(register: Register, place: PlaceId): string | undefined {
  const known = register.placeById.get(place)?.name;
  if (known !== undefined) return known;
  const part = parsePlaceId(place)?.part;
  if (part === undefined) return undefined;
  const once = register.data.changes.find(({ to, fromName }) => to === municipalityOf(place) && slugOf(fromName) === part);
  const whole = register.placeById.get(municipalityOf(place))?.name;
  return once && whole !== undefined ? `${once.fromName} (del av ${whole})` : undefined;
}

export function placeNamed(register: Register, place: PlaceId): { readonly id: string; readonly name?: string } {
  const name = placeName(register, place);
  return { id: place, ...(name === undefined ? {} : { name }) };
}

export function dayOf(at: Instant): LocalDate {
  return osloDate(at);
}

/** The Monday of the week that the day lies in. */
export function mondayOf(date: LocalDate): LocalDate {
  // 1970-01-05 was a Monday.
  return addDays(date, -((((epochDayOfDate(date) - 4) % 7) + 7) % 7));
}
