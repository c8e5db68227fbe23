import { epochDayOfDate, type LocalDate, localDate } from '@vakthavende/core/kernel';
import { compileRegister, type HelsenorgeList } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { geographyIn } from './geography-store.ts';
import { helsenorgeContent } from './helsenorge-content.ts';
import { placeName } from './place-names.ts';

const ofTheList = localDate('2013-01-01');
/** The latest day on which numbers are known to have changed. */
const today: LocalDate = localDate('2024-01-01');

/** How the numbers of 2013 go on to those of today: how many, and by name those that do not. */
export async function carriedLines(pool: Pool, list: HelsenorgeList): Promise<readonly string[]> {
  const content = helsenorgeContent(list, { name: '', sha256: '' }).rows;
  const register = compileRegister({ list: 'helsenorge', ...(await geographyIn(pool)), ...content });
  const { history, lost } = register.now;
  const numbers = [...new Set(content.arrangements.flatMap(({ places }) => places))].toSorted();
  const unknown = numbers.filter((number) => !history.isInUse(number, epochDayOfDate(ofTheList)));
  const known = numbers.filter((number) => !unknown.includes(number));
  const same = known.filter((number) => history.on(number, epochDayOfDate(today)) === number);
  const lostPlaces = [...new Map(lost.map((each) => [each.place, each])).values()];
  return [
    '',
    `Kommunenumre: ${numbers.length} i listen, ${same.length} er de samme i dag, ${known.length - same.length} er ført videre til dagens.`,
    ...(lostPlaces.length === 0
      ? []
      : [`${lostPlaces.length} kunne ikke føres videre, fordi kommunen ble delt og listen ikke sier hvilken del:`]),
    ...lostPlaces.map(
      ({ place, candidates }) =>
        `  ${place} ${placeName(register, place) ?? ''} · en av ${candidates.map((one) => `${one} ${placeName(register, one) ?? ''}`.trim()).join(', ')}`,
    ),
    ...(unknown.length === 0 ? [] : [`${unknown.length} er ikke kommunenumre i 2013: ${unknown.join(', ')}`]),
  ];
}
