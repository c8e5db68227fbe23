import { useQuery } from '@tanstack/react-query';
import { getBoundaries } from '@vakthavende/contract/organisation';
import { osloInstant, osloTime } from '@vakthavende/core/kernel';
import type { PlaceId } from '@vakthavende/core/organisation';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../../app/index.ts';
import { answersAt, drawnStates, mondayOf, placeNameOn, registerKey } from '../../../organisation/index.ts';
import { Alert, Combo, Empty, Panel, serverNow } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { type MapClinic, MapDrawing } from './drawing.tsx';
import type { Moment } from './moment.ts';
import { PlaceAnswer } from './place-answer.tsx';
import { norwayProjection } from './projection.ts';
import { shapesOf } from './shapes.ts';
import { StateTable } from './state-table.tsx';
import { TimeBar } from './time-bar.tsx';
import { weekLoad } from './week-load.ts';

const t = texts.map;

/** Who serves each place at a moment, on a map and in a table. */
export function MapPage(props: RegisterPart) {
  const { loaded, shown, show } = props;
  const [moment, move] = useMoment(props);
  const monday = mondayOf(moment.date);
  const load = useMemo(() => weekLoad(loaded.register, monday), [loaded.register, monday]);
  const answers = useMemo(
    () => answersAt(loaded.register, load.places, osloInstant(moment.date, moment.minute)),
    [loaded.register, load.places, moment.date, moment.minute],
  );
  const states = useMemo(() => drawnStates(answers), [answers]);
  const boundaries = useBoundaries();
  const shapes = useMemo(
    () =>
      shapesOf(loaded.register, {
        date: monday,
        municipalities: load.places.filter((place) => place.length === 4),
        boundaries: boundaries.data,
      }),
    [loaded.register, monday, load.places, boundaries.data],
  );
  const clinics = useMapClinics(props, answers);
  // The map moves at once; the answer follows when there is time, and the table of every place when the slider rests.
  const later = useDeferredValue(answers);
  const part = { ...props, date: moment.date, minute: moment.minute };
  const laterPart = useDeferredValue(part);
  const rested = useRested({ part, answers }, answers);
  const select = (place: PlaceId) => show({ place, date: moment.date, minute: moment.minute }, true);
  return (
    <div className="map-page">
      <TimeBar moment={moment} load={load} onMove={move} onNow={() => move(momentNow(), true)} />
      <div className="map-columns">
        <Panel title={t.title} flush>
          {boundaries.isPending ? (
            <div className="map-frame" aria-busy="true" />
          ) : (
            <MapDrawing
              key={`${loaded.list} ${shapes.exact}`}
              shapes={shapes}
              states={states}
              clinics={clinics}
              listed={load.listed}
              selected={shown.place}
              onSelect={select}
            />
          )}
          <p className="map-note quiet">
            {shapes.exact ? t.exact(boundaries.data?.source ?? '') : t.cells}
            {shapes.notDrawn.length > 0 && ` ${t.notDrawn(shapes.notDrawn.length)}`}
          </p>
        </Panel>
        <div className="map-side">
          <Combo
            label={t.find}
            placeholder={t.findHint}
            options={load.places.map((place) => ({
              key: place,
              label: placeNameOn(loaded.register, place, moment.date),
              detail: place,
              value: place,
            }))}
            chosen={shown.place && placeNameOn(loaded.register, shown.place, moment.date)}
            onPick={({ value }) => select(value)}
            onClear={() => show({ place: undefined }, true)}
          />
          {shown.place ? (
            <PlaceAnswer
              {...laterPart}
              place={shown.place}
              parts={later.filter(({ place }) => place !== shown.place && place.startsWith(`${shown.place}-`))}
            />
          ) : (
            <Panel title={t.whoServes}>
              <Empty title={t.choose} />
            </Panel>
          )}
          <Panel title={t.everyPlace} flush>
            <StateTable part={rested.part} answers={rested.answers} busy={rested.answers !== answers} onSelect={select} />
          </Panel>
        </div>
      </div>
      {boundaries.error && <Alert tone="warning">{t.noBoundaries}</Alert>}
    </div>
  );
}

const restAfter = 120;

/** The value as it was when its key had been the same for a moment. */
function useRested<T>(value: T, key: unknown): T {
  const [rested, setRested] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the value is another
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restAfter);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}

export function momentNow(): Moment {
  const { date, minuteOfDay } = osloTime(serverNow());
  return { date, minute: minuteOfDay };
}

/** The moment that is shown now; the address follows when it has come to rest. */
function useMoment({ date, minute, show }: RegisterPart) {
  const [own, setOwn] = useState<Moment>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address has come to what was shown, or went elsewhere (back, a link): it holds again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the address changes
  useEffect(() => setOwn(undefined), [date, minute]);
  const moment = own ?? { date, minute };
  const move = (next: Moment, settled: boolean) => {
    setOwn(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show({ date: next.date, minute: next.minute }, true), settled ? 0 : 400);
  };
  return [moment, move] as const;
}

function useBoundaries() {
  return useQuery({
    queryKey: [registerKey, getBoundaries.path],
    queryFn: ({ signal }) => call(getBoundaries, { query: {} }, signal),
    staleTime: 600_000,
    retry: false,
  });
}

function useMapClinics({ loaded }: RegisterPart, answers: ReturnType<typeof answersAt>): readonly MapClinic[] {
  const placed = useMemo(() => {
    const project = norwayProjection();
    return loaded.register.now.data.clinics.flatMap((clinic) => {
      const at = clinic.position && project([clinic.position.longitude, clinic.position.latitude]);
      return at ? [{ clinic, at }] : [];
    });
  }, [loaded.register]);
  const open = new Set(answers.flatMap(({ answer }) => answer.openClinics.map(({ id }) => id)));
  const key = [...open].toSorted().join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what `open` holds
  return useMemo(() => placed.map((each) => ({ ...each, open: open.has(each.clinic.id) })), [placed, key]);
}
