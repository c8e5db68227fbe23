import { useRouterState } from '@tanstack/react-router';
import type { Session } from '@vakthavende/contract/organisation';
import { useUnitName } from '../organisation/index.ts';
import { observable, useObservable } from '../ui/observable.ts';
import { useSession } from './session.tsx';
import { texts } from './texts.nb.ts';
import { type WorkplaceEntry, workplaceAt } from './workplaces.ts';

const place = 'vakthavende.units';
const chosen = observable<Readonly<Record<string, string>>>(remembered());

export interface UnitChoice {
  /** The unit that the workplace shows now. Undefined where the person has none there. */
  readonly unit: string | undefined;
  /** Those to choose among. `national` stands for the whole country. */
  readonly units: readonly string[];
  readonly choose: (unit: string) => void;
}

/** The unit of the workplace one stands in: chosen in the top bar, remembered on this machine. */
export function useUnit(): UnitChoice {
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const choices = useObservable(chosen);
  const workplace = workplaceAt(path);
  const units = workplace ? unitsAt(session, workplace) : [];
  const wanted = workplace && choices[workplace.id];
  return {
    unit: wanted !== undefined && units.includes(wanted) ? wanted : units[0],
    units,
    choose: (unit) => workplace && remember({ ...choices, [workplace.id]: unit }),
  };
}

export function UnitChooser() {
  const { unit, units, choose } = useUnit();
  const nameOf = useUnitName();
  if (unit === undefined) return null;
  if (units.length === 1) return <span className="bar-unit">{nameOf(unit)}</span>;
  return (
    <select className="bar-select" aria-label={texts.unit} value={unit} onChange={(event) => choose(event.target.value)}>
      {units.map((each) => (
        <option key={each} value={each}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  );
}

function unitsAt(session: Session, workplace: WorkplaceEntry): readonly string[] {
  return workplace.capability === undefined ? [] : (session.capabilities[workplace.capability] ?? []);
}

function remember(next: Readonly<Record<string, string>>): void {
  chosen.set(next);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Storage may be closed: then the choice holds for this page.
  }
}

function remembered(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
