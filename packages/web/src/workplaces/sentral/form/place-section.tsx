import { searchPlaces } from '@vakthavende/contract/organisation';
import { call } from '../../../app/index.ts';
import { Conflict, placeNameOf, ServedBy, StepMark, StepRefusal, useServedBy } from '../../../contact/index.ts';
import { Combo, type ComboOption } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** Places by name or number, as the register knows them. */
export async function findPlaces(text: string, signal: AbortSignal): Promise<readonly ComboOption<string>[]> {
  const { rows } = await call(searchPlaces, { query: { q: text } }, signal);
  return rows.map((row) => ({ key: row.id, label: row.name ?? row.id, detail: row.id, value: row.id }));
}

/** Where the patient is now: decides who serves. The place from the network stands there, and Enter accepts it. */
export function PlaceSection() {
  const { current, orders, go, detail } = useForm();
  const served = useServedBy(current.place);
  const theirs = useServedBy(detail?.place);
  const entry = orders.entry('place');
  const name = current.place === undefined ? undefined : placeNameOf(served.data, current.place);
  const state = (place: string, seen: number | undefined) => {
    orders.give('place', { type: 'statePlace', place }, seen);
    go('reason');
  };
  return (
    <Section name={texts.head.sections.place} step="place">
      {/* Enter in the field with nothing typed accepts what stands there; the list of hits takes its own Enter before it comes here. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the frame only listens to what the field in it lets through */}
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
          event.preventDefault();
          if (event.target instanceof HTMLInputElement && (event.target.value === '' || event.target.value === name)) go('reason');
        }}
      >
        <Combo
          label={texts.place}
          description={current.place ? texts.placeHint : undefined}
          options={findPlaces}
          chosen={name}
          onPick={(option) => state(option.value, detail?.sequence)}
        />
      </div>
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      <Conflict
        entry={entry}
        mine={entry?.order.type === 'statePlace' ? entry.order.place : ''}
        theirs={detail?.place && placeNameOf(theirs.data, detail.place)}
        onKeepMine={(seen) => entry?.order.type === 'statePlace' && state(entry.order.place, seen)}
        onTakeTheirs={() => entry && orders.giveUp(entry.commandId)}
      />
      {current.place && <ServedBy place={current.place} />}
    </Section>
  );
}
