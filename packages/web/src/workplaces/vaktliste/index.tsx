import type { Instant, Interval } from '@vakthavende/core/kernel';
import { useRef, useState } from 'react';
import { useCan, useTitle, useUnit } from '../../app/index.ts';
import { useDraft } from '../../drafts/index.ts';
import { useServedClinics, useUnitName } from '../../organisation/index.ts';
import {
  DutyForm,
  DutyTable,
  EndDutyDialog,
  emptyDraft,
  GapWarning,
  OnDutyNow,
  type ShownDuty,
  rosterTexts as texts,
  useDutyList,
  withSpan,
} from '../../roster/index.ts';
import { Page, ProblemNotice, useKeys } from '../../ui/index.ts';

/** The duty list of one unit: who is on now, who comes, what is open, and entering by hand. */
export function Workplace() {
  const { unit } = useUnit();
  useTitle(texts.title);
  return <Page title={texts.title}>{unit !== undefined && <UnitDutyList key={unit} unit={unit} />}</Page>;
}

function UnitDutyList({ unit }: { readonly unit: string }) {
  const { query, entries, staff } = useDutyList(unit);
  const mayEdit = useCan('editDutyList', unit);
  const nameOf = useUnitName();
  const served = useServedClinics(unit);
  const draft = useDraft(`duty-list:${unit}`, emptyDraft);
  const [ending, setEnding] = useState<ShownDuty>();
  const who = useRef<HTMLInputElement>(null);
  const toForm = () => who.current?.focus();
  useKeys(mayEdit ? [{ keys: 'n', label: texts.keys.toForm, group: texts.keys.group, run: toForm }] : []);
  const fill = (gap: Interval<Instant>) => {
    draft.set(withSpan({ ...draft.value, level: 'primary' }, gap));
    toForm();
  };
  if (query.isPending) return <p className="quiet">{texts.loading}</p>;
  if (!query.data) return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="duty-list" data-editing={mayEdit}>
      <div className="duty-list-now">
        {served.map((clinic) => (
          <ServedClinic key={clinic} unit={clinic} />
        ))}
        {(served.length === 0 || entries.length > 0) && <OnDutyNow entries={entries} unitName={nameOf(unit)} />}
        {served.length === 0 && <GapWarning entries={entries} onEnter={mayEdit ? fill : undefined} />}
      </div>
      {mayEdit ? (
        <DutyForm
          unit={unit}
          staff={staff}
          draft={draft.value}
          onDraft={draft.set}
          onEntered={() => {
            draft.clear();
            toForm();
          }}
          whoRef={who}
        />
      ) : (
        <p className="quiet">{texts.readOnly}</p>
      )}
      <DutyTable entries={entries} onEnd={mayEdit ? setEnding : undefined} />
      {ending && <EndDutyDialog entry={ending} entries={entries} onClose={() => setEnding(undefined)} />}
    </div>
  );
}

/** Who is on at a clinic that the call centre sends to: the ones that a red contact pages. */
function ServedClinic({ unit }: { readonly unit: string }) {
  const nameOf = useUnitName();
  const { query, entries } = useDutyList(unit);
  return query.data ? <OnDutyNow entries={entries} unitName={nameOf(unit)} /> : null;
}
