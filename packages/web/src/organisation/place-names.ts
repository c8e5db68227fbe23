import { epochDayOfDate, type LocalDate } from '@vakthavende/core/kernel';
import { type Municipality, municipalityOf, type PlaceId, type Register } from '@vakthavende/core/organisation';

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
  const part = register.now.data.parts.find(({ id }) => id === place)?.name ?? place.slice(5);
  return `${part} (${name})`;
}
