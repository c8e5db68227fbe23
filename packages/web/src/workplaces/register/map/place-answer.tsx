import { type LocalDate, osloInstant } from '@vakthavende/core/kernel';
import { type PlaceId, type ServedBy, servedBy } from '@vakthavende/core/organisation';
import { useId } from 'react';
import {
  mondayOf,
  type PlaceAnswer as PartAnswer,
  placeNameOn,
  registerWords,
  StateMark,
  StatePatterns,
  servicesOf,
  spansOf,
  stateOf,
  WeekPicture,
} from '../../../organisation/index.ts';
import { Facts, momentText, Panel, Time } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';
import { tonesOf } from '../tones.ts';

const t = texts.answer;

/** Who serves a place at the moment asked about, until when, and its whole week. */
export function PlaceAnswer(props: RegisterPart & { readonly place: PlaceId; readonly parts: readonly PartAnswer[] }) {
  const { loaded, place, date, minute } = props;
  const id = useId();
  const name = placeNameOn(loaded.register, place, date);
  const at = osloInstant(date, minute);
  const answer = servedBy(loaded.register, place, at);
  const state = stateOf(answer);
  const monday = mondayOf(date);
  const spans = spansOf(loaded.register, place, { first: monday, days: 7 });
  const next = spans.find(({ from, to }) => from <= at && at < to)?.to;
  return (
    <Panel title={name} tone={state === 'gap' ? 'danger' : state === 'overlap' ? 'warning' : undefined}>
      <p className="answer-state" role="status">
        <span className="ds-sr-only">{name}: </span>
        <svg className="register-patterns" width="0" height="0" aria-hidden="true">
          <StatePatterns id={id} />
        </svg>
        <StateMark id={id} state={state} /> <strong>{registerWords.states[state]}</strong>
        {next !== undefined && next !== spans.at(-1)?.to && (
          <span className="quiet">
            {t.until} <Time at={next} date="always" />
          </span>
        )}
      </p>
      <Answer answer={answer} {...props} />
      {props.parts.length > 0 && (
        <div className="answer-parts">
          <p className="quiet">{t.parts}</p>
          <ul className="plain-list">
            {props.parts.map((part) => (
              <li key={part.place}>
                <StateMark id={id} state={part.state} />{' '}
                <PlaceLink shown={props.shown} place={part.place} name={placeNameOn(loaded.register, part.place, date)} />
                <span className="quiet"> {servicesOf(part.answer)[0]?.name ?? registerWords.states[part.state]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <WeekPicture title={name} first={monday} spans={spans} mark={{ date, minute }} toneOf={tonesOf(spans)} />
    </Panel>
  );
}

function Answer(props: RegisterPart & { readonly answer: ServedBy }) {
  const { answer } = props;
  const link = { shown: props.shown };
  return (
    <Facts
      rows={[
        ...servicesOf(answer).map(
          (service, i) =>
            [
              i === 0 ? t.service : t.also,
              <ThingLink key={service.id} {...link} kind="arrangements" id={service.id} name={service.name} />,
            ] as const,
        ),
        ...(answer.kind === 'gap' ? [[t.why, gapWords(answer, props.date)] as const] : []),
        ...(answer.openClinics.length > 0
          ? [
              [
                t.clinics,
                answer.openClinics.map((clinic, i) => (
                  <span key={clinic.id}>
                    {i > 0 && ', '}
                    <ThingLink {...link} kind="clinics" id={clinic.id} name={clinic.name} />
                  </span>
                )),
              ] as const,
            ]
          : []),
        ...(answer.callCentre
          ? [
              [
                t.callCentre,
                <ThingLink key="c" {...link} kind="callCentres" id={answer.callCentre.id} name={answer.callCentre.name} />,
              ] as const,
            ]
          : []),
        ...(answer.kind !== 'gap' && answer.services[0].phones.length > 0
          ? [[t.phone, answer.services[0].phones.join(', ')] as const]
          : []),
      ]}
    />
  );
}

function gapWords(answer: Extract<ServedBy, { kind: 'gap' }>, date: LocalDate): string {
  const { reason } = answer;
  switch (reason.code) {
    case 'unknown-place':
      return t.unknownPlace;
    case 'not-listed':
      return t.notListed;
    case 'hours-unknown':
      return t.hoursUnknown(reason.services.map(({ name }) => name).join(', '));
    case 'none-open':
      return reason.opensAt === undefined
        ? t.neverOpens
        : t.opens(momentText(reason.opensAt, osloInstant(date, 0)), reason.services[0]?.name ?? '');
  }
}
