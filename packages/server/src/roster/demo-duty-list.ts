import { createHash } from 'node:crypto';
import { accept, addDays, type Instant, type Interval, osloDate } from '@vakthavende/core/kernel';
import { type Duty, type DutyLevel, type DutyListEvent, decideDutyList, dutiesOn, evolveDutyList } from '@vakthavende/core/roster';
import type { Pool } from '../platform/database.ts';
import { dutyListJournal, dutyListStream } from './duty-list-stream.ts';
import { answering } from './views.ts';

/** The invented doctors of the demonstration area (reference/demo-area/staff.json), by their titles there. */
const doctors: Readonly<Record<string, Readonly<Record<DutyLevel, string>>>> = {
  'lv-forde': { primary: 'dina-doktor', backup: 'birger-bakvakt' },
  'lv-floro': { primary: 'flora-florolege', backup: 'finn-florobakvakt' },
  'lv-bremanger': { primary: 'brita-bremangerlege', backup: 'bjarte-bremangerbakvakt' },
};

const daysAhead = 14;
const actor = 'demo';

/**
 * Puts doctors on duty at the clinics from now and fourteen days ahead. Each start adds the days that are missing; what was ended or entered
 * by hand stays as it is. One command a unit and day, so a second start the same day writes nothing.
 */
export async function seedDemoDutyList(pool: Pool, now: Instant): Promise<void> {
  await Promise.all(Object.keys(doctors).map((unit) => seedUnit(pool, unit, now)));
}

async function seedUnit(pool: Pool, unit: string, now: Instant): Promise<void> {
  const phones = new Map((await answering(pool, unit)).map((person) => [person.staffId, person.phone]));
  const wanted = dutiesFrom(now).flatMap((time) => dutiesAt(unit, time, phones));
  const commandId = `demo-duties:${unit}:${osloDate(now)}`;
  await dutyListJournal(pool).execute({
    stream: dutyListStream(unit),
    commandId,
    bodyHash: '',
    actor,
    now,
    occurredAt: now,
    decide: (before) => {
      const entered: DutyListEvent[] = [];
      let list = before;
      for (const duty of wanted) {
        const decision = decideDutyList(list, { type: 'enterDuty', answersHere: true, commandId, actor, now, occurredAt: now, ...duty });
        // Refused: it stands there from an earlier start, or somebody entered another one for the person.
        if (!decision.accepted) continue;
        entered.push(...decision.events);
        list = decision.events.reduce((state, event) => evolveDutyList(state, { event, actor }), list);
      }
      return accept(...entered);
    },
    answer: () => ({}),
  });
}

/** From the duty that runs now; before eight in the morning that one began yesterday. */
function dutiesFrom(now: Instant): readonly Interval<Instant>[] {
  const today = osloDate(now);
  const dates = Array.from({ length: daysAhead + 2 }, (_, i) => addDays(today, i - 1));
  return dates.flatMap(dutiesOn).filter((time) => time.to > now);
}

function dutiesAt(unit: string, time: Interval<Instant>, phones: ReadonlyMap<string, string | undefined>): readonly Duty[] {
  const levels: readonly DutyLevel[] = ['primary', 'backup'];
  return levels.flatMap((level) => {
    const staffId = doctors[unit]?.[level];
    const phone = staffId === undefined ? undefined : phones.get(staffId);
    if (staffId === undefined || phone === undefined) return [];
    return [{ entryId: entryIdOf(`${unit} ${level} ${time.from}`), staffId, level, phone, ...time }];
  });
}

/** The same duty has the same id at every start: a version 8 UUID (RFC 9562) of what it is. */
function entryIdOf(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
