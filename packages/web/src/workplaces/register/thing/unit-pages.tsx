import type { CallCentre, Clinic, Versioned } from '@vakthavende/core/organisation';
import { placeNameOn, registerWords } from '../../../organisation/index.ts';
import { Facts, Panel } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';
import { OpeningFacts } from './arrangement-page.tsx';
import { HistoryPanel } from './history.tsx';
import { ThingHead } from './thing-head.tsx';
import { ThingList } from './thing-list.tsx';

const t = texts.thing;

/** Premises where patients are seen. */
export function ClinicPage(props: RegisterPart & { readonly row: Clinic }) {
  const { row, shown, loaded, date } = props;
  const { data } = loaded.register.now;
  const nameOf = (place: string) => placeNameOn(loaded.register, place, date);
  const district = data.districts.find(({ id }) => id === row.district);
  return (
    <div className="thing">
      <ThingHead shown={shown} kind="clinics" row={row} />
      <div className="thing-columns">
        <Panel title={t.about}>
          <Facts
            rows={[
              [t.clinicKind, registerWords.clinicKinds[row.kind]],
              [t.place, row.place ? <PlaceLink key="p" shown={shown} place={row.place} name={nameOf(row.place)} /> : texts.notKnown],
              [t.address, row.address ?? texts.notKnown],
              [t.phone, row.phone ?? texts.notKnown],
              [t.premises, row.premises ? registerWords.premises[row.premises] : texts.notKnown],
              [t.coLocations, row.coLocations.map((each) => registerWords.coLocations[each]).join(', ') || texts.notKnown],
              [t.equipment, row.equipment.join(', ') || texts.notKnown],
              ...(row.onlyFor.length > 0 ? [[t.onlyFor, row.onlyFor.map(nameOf).join(', ')] as const] : []),
              ...(district
                ? [[t.district, <ThingLink key="d" shown={shown} kind="districts" id={district.id} name={district.name} />] as const]
                : []),
              [t.source, row.source],
            ]}
          />
        </Panel>
        <Panel title={t.arrangements}>
          <ThingList shown={shown} kind="arrangements" rows={unique(data.arrangements.filter(({ clinics }) => clinics.includes(row.id)))} />
          {row.opening && <OpeningFacts opening={row.opening} />}
        </Panel>
      </div>
      <HistoryPanel {...props} kind="clinics" id={row.id} />
    </div>
  );
}

/** A legevaktsentral: who it answers for, and how it is placed. */
export function CallCentrePage(props: RegisterPart & { readonly row: CallCentre }) {
  const { row, shown, loaded, date } = props;
  const { data } = loaded.register.now;
  const routed = row.routing.filter(({ from, to }) => from <= date && (to === undefined || date < to));
  const partner = data.callCentres.find(({ id }) => id === row.overflowPartner);
  const emc = data.emcs.find(({ id }) => id === row.emc);
  return (
    <div className="thing">
      <ThingHead shown={shown} kind="callCentres" row={row} />
      <div className="thing-columns">
        <Panel title={t.about}>
          <Facts
            rows={[
              [t.phone, row.localNumber ? `116117, ${row.localNumber}` : '116117'],
              [t.coLocations, row.coLocations.map((each) => registerWords.coLocations[each]).join(', ') || texts.notKnown],
              [t.tool, row.tool ?? texts.notKnown],
              [t.combined, yesNo(row.combinedDuties)],
              [t.alarms, yesNo(row.answersSafetyAlarms)],
              [
                t.overflow,
                partner ? <ThingLink key="o" shown={shown} kind="callCentres" id={partner.id} name={partner.name} /> : texts.notKnown,
              ],
              [t.emc, emc ? <ThingLink key="e" shown={shown} kind="emcs" id={emc.id} name={emc.name} /> : texts.notKnown],
              [t.source, row.source],
            ]}
          />
        </Panel>
        <Panel title={t.routing}>
          <ul className="thing-list inline">
            {routed.map(({ place }) => (
              <li key={place}>
                <PlaceLink shown={shown} place={place} name={placeNameOn(loaded.register, place, date)} />
              </li>
            ))}
          </ul>
          <h3>{t.arrangements}</h3>
          <ThingList shown={shown} kind="arrangements" rows={unique(data.arrangements.filter(({ callCentre }) => callCentre === row.id))} />
        </Panel>
      </div>
      <HistoryPanel {...props} kind="callCentres" id={row.id} />
    </div>
  );
}

/** What has a name, a time and a source, and little more. */
export function PlainPage(
  props: RegisterPart & { readonly kind: 'emcs' | 'vehicles' | 'parts'; readonly row: Versioned & { readonly name: string } },
) {
  return (
    <div className="thing">
      <ThingHead shown={props.shown} kind={props.kind} row={props.row} />
      <Panel title={t.about}>
        <Facts rows={[[t.source, props.row.source]]} />
      </Panel>
      <HistoryPanel {...props} id={props.row.id} />
    </div>
  );
}

function yesNo(value: boolean | undefined): string {
  return value === undefined ? texts.notKnown : value ? texts.yes : texts.no;
}

function unique<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
