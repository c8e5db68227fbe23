import type { ResponseOf } from '@vakthavende/contract/kernel';
import type { previewChange } from '@vakthavende/contract/organisation';
import { type LocalDate, osloDate, parseLocalDate } from '@vakthavende/core/kernel';
import { useId } from 'react';
import { placeNameOn, registerWords, StateMark, StatePatterns } from '../../../organisation/index.ts';
import { Alert, clockText, dateText, Panel, ProblemNotice, serverNow } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { spanText } from '../thing/words.ts';
import type { ArrangementDraft } from './draft.ts';
import { EffectPicture } from './effect-picture.tsx';

const t = texts.editor;
const most = 12;

export type Preview = ResponseOf<typeof previewChange>;

/** What the change means before it is made: what stops it, and the gaps and overlaps that its places get. */
export function Effect(props: {
  readonly part: RegisterPart;
  readonly draft: ArrangementDraft;
  readonly preview: Preview | undefined;
  readonly problem: unknown;
  readonly busy: boolean;
}) {
  const { part, draft, preview } = props;
  const first = firstDay(draft);
  return (
    <Panel title={t.effect} actions={props.busy && <span className="quiet">{t.effectBusy}</span>}>
      <div className="effect" aria-busy={props.busy}>
        <ProblemNotice problem={props.problem} />
        {!preview ? (
          <p className="quiet">{t.effectNone}</p>
        ) : (
          <>
            <Remarks preview={preview} />
            <Minutes preview={preview} />
            <p className="quiet">{t.fourWeeks}</p>
            {draft.places.slice(0, 3).map((place) => (
              <EffectPicture
                key={place}
                preview={preview}
                place={place}
                name={placeNameOn(part.loaded.register, place, first)}
                first={first}
              />
            ))}
            <Spans title={t.gaps} spans={preview.gaps} />
            <Spans title={t.overlaps} spans={preview.overlaps} />
          </>
        )}
      </div>
    </Panel>
  );
}

/** The preview begins on the first day, or today where that has been. */
function firstDay(draft: ArrangementDraft): LocalDate {
  const today = osloDate(serverNow());
  const from = parseLocalDate(draft.from);
  return from !== undefined && from > today ? from : today;
}

function Remarks({ preview }: { readonly preview: Preview }) {
  const groups = (['refused', 'check'] as const).map(
    (severity) => [severity, preview.remarks.filter((each) => each.severity === severity)] as const,
  );
  return groups.map(([severity, remarks]) =>
    remarks.length === 0 ? null : (
      <Alert key={severity} tone={severity === 'refused' ? 'danger' : 'warning'} title={severity === 'refused' ? t.stops : t.mustCheck}>
        <ul>
          {remarks.slice(0, most).map((remark) => (
            <li key={`${remark.code} ${remark.field}`}>{remark.text}</li>
          ))}
        </ul>
      </Alert>
    ),
  );
}

function Minutes({ preview: { minutes } }: { readonly preview: Preview }) {
  const id = useId();
  const rows = [
    ['gap', t.gaps, minutes.gap, minutes.wasGap],
    ['overlap', t.overlaps, minutes.overlap, minutes.wasOverlap],
  ] as const;
  return (
    <div className="effect-minutes" role="status">
      <svg className="register-patterns" width="0" height="0" aria-hidden="true">
        <StatePatterns id={id} />
      </svg>
      {minutes.gap === 0 && minutes.overlap === 0 && <p className="effect-covered">✓ {t.covered}</p>}
      {rows.map(([state, label, now, was]) => (
        <p key={state} data-worse={now > was} data-better={now < was}>
          <StateMark id={id} state={state} /> {t.minutes(label, spanText(now), spanText(was))}
        </p>
      ))}
    </div>
  );
}

function Spans({ title, spans }: { readonly title: string; readonly spans: Preview['gaps'] }) {
  if (spans.length === 0) return null;
  const now = serverNow();
  const day = (at: Preview['gaps'][number]['from']) =>
    `${registerWords.opening.days[(new Date(osloDate(at)).getUTCDay() + 6) % 7]} ${dateText(at, now)} ${clockText(at)}`;
  return (
    <section className="effect-spans">
      <h3>{title}</h3>
      <ul>
        {spans.slice(0, most).map(({ place, name, from, to, services }) => (
          <li key={`${place} ${from}`}>
            <strong>{name ?? place}</strong> {day(from)} – {osloDate(from) === osloDate(to) ? clockText(to) : day(to)}
            {services.length > 0 && <span className="quiet"> {services.map((service) => service.name).join(' + ')}</span>}
          </li>
        ))}
      </ul>
      {spans.length > most && <p className="quiet">{t.moreSpans(spans.length - most)}</p>}
    </section>
  );
}
