import { epochDayOfDate, type LocalDate } from '@vakthavende/core/kernel';
import { type Municipality, municipalityOf, type PlaceId, type Register, slugOf } from '@vakthavende/core/organisation';

/** The municipality that had the number on the day; else the latest that had it. */
export function municipalityOn(register: Register, number: string, date: LocalDate): Municipality | undefined {
  const day = epochDayOfDate(date);
  const rows = register.now.history.municipalities.get(number) ?? [];
  return rows.find(({ span }) => span.from <= day && day < span.to) ?? rows.at(-1);
}

/** What a place is called on the day: `Bremanger`, `Balestrand (Sogndal)`. The number where no name is known. */
export function placeNameOn(register: Register, place: PlaceId, date: LocalDate): string {
  const number = municipalityOf(place);
  const name = municipalityOn(register, number, date)?.name ?? number;
  if (place === number) return name;
  const part = partName(register, place);
  return part.includes(name) ? part : `${part} (${name})`;
}

/** As the register calls it; else what it was called while it was a municipality of its own. */
function partName(register: Register, place: PlaceId): string {
  const { parts, changes } = register.now.data;
  const [number, slug] = [municipalityOf(place), place.slice(5)];
  const row = parts.find(({ id }) => id === place);
  return row?.name ?? changes.find(({ to, fromName }) => to === number && slugOf(fromName) === slug)?.fromName ?? slug;
}
