import { Button } from '@digdir/designsystemet-react';
import { type DutyPerson, postDutyList } from '@vakthavende/contract/roster';
import { type Instant, type Interval, instant, osloDate, osloDay } from '@vakthavende/core/kernel';
import { type DutyLevel, type UsualDuty, usualDuty } from '@vakthavende/core/roster';
import { type Ref, useRef, useState } from 'react';
import { useCommand } from '../app/index.ts';
import { Combo, fieldError, Panel, ProblemNotice, QuickChoice, say, serverNow, TextInput } from '../ui/index.ts';
import { type MomentEntry, momentEntryText, parseMoment } from './moment-entry.ts';
import { phoneText } from './phone-text.ts';
import { texts } from './texts.nb.ts';
import { lengthText } from './time-span.ts';

/** What is being entered. Times follow the usual duty until somebody writes their own. */
export interface DutyDraft {
  readonly staffId: string;
  readonly name: string;
  readonly level: DutyLevel;
  readonly phone: string;
  readonly kind: UsualDuty | 'own';
  readonly from: string;
  readonly to: string;
}

export const emptyDraft: DutyDraft = { staffId: '', name: '', level: 'primary', phone: '', kind: 'evening', from: '', to: '' };

/** The draft with its times set to a span, such as a gap in the list. */
export function withSpan(draft: DutyDraft, span: Interval<Instant>): DutyDraft {
  return { ...draft, kind: 'own', from: momentEntryText(span.from), to: momentEntryText(span.to) };
}

export interface DutyFormProps {
  readonly unit: string;
  readonly staff: readonly DutyPerson[];
  readonly draft: DutyDraft;
  readonly onDraft: (next: DutyDraft) => void;
  /** After a duty was entered: the form is ready for the next one. */
  readonly onEntered: () => void;
  readonly whoRef: Ref<HTMLInputElement>;
}

/** Who, which level, when, telephone: written name, Enter, Enter enters tonight's primary duty. */
export function DutyForm(props: DutyFormProps) {
  const { unit, staff, draft, onDraft } = props;
  const { give, problem, busy, reset } = useCommand(postDutyList);
  const [tried, setTried] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const times = timesOf(draft);
  const change = (part: Partial<DutyDraft>) => {
    reset();
    onDraft({ ...draft, ...part });
  };
  const pick = (person: DutyPerson) => {
    change({ staffId: person.staffId, name: person.name, phone: person.phone === undefined ? '' : phoneText(person.phone) });
    submit.current?.focus();
  };
  const enter = async () => {
    setTried(true);
    if (draft.staffId === '' || draft.phone.trim() === '' || times.from.kind !== 'time' || times.to.kind !== 'time') return;
    const body = {
      type: 'enter' as const,
      unit,
      entryId: crypto.randomUUID(),
      staffId: draft.staffId,
      level: draft.level,
      phone: draft.phone,
    };
    const entered = await give({ body: { ...body, from: iso(times.from.at), to: iso(times.to.at) } });
    if (!entered) return;
    setTried(false);
    say(texts.form.done, { tone: 'success' });
    props.onEntered();
  };
  return (
    <Panel title={texts.form.title}>
      <form
        className="duty-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <Combo
          label={texts.form.who}
          keys="n"
          options={staff.map((person) => ({ key: person.staffId, label: person.name, detail: person.title, value: person }))}
          chosen={draft.name}
          onPick={({ value }) => pick(value)}
          onClear={() => change({ staffId: '', name: '' })}
          placeholder={texts.form.whoPlaceholder}
          inputRef={props.whoRef}
          error={fieldError(problem, 'staffId') ?? (tried && draft.staffId === '' ? texts.form.whoMissing : undefined)}
        />
        <QuickChoice
          label={texts.form.level}
          choices={levelChoices}
          value={draft.level}
          onChange={(level) => change({ level })}
          columns={2}
        />
        <QuickChoice
          label={texts.form.when}
          choices={kindChoices}
          value={draft.kind}
          onChange={(kind) => change(ownTimes(draft, kind))}
          columns={2}
        />
        <div className="duty-form-times">
          <TextInput
            label={texts.form.from}
            value={times.fromText}
            onChange={(from) => change({ kind: 'own', from, to: times.toText })}
            onEnter={() => void enter()}
            error={wrongText(times.from, tried) ?? fieldError(problem, 'from')}
            input={{ autoComplete: 'off' }}
          />
          <TextInput
            label={texts.form.to}
            value={times.toText}
            onChange={(to) => change({ kind: 'own', from: times.fromText, to })}
            onEnter={() => void enter()}
            error={wrongText(times.to, tried) ?? fieldError(problem, 'to')}
            input={{ autoComplete: 'off' }}
          />
        </div>
        <p className="duty-form-length">{readingText(times, draft.kind)}</p>
        <TextInput
          label={texts.form.phone}
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          onEnter={() => void enter()}
          error={fieldError(problem, 'phone') ?? (tried && draft.phone.trim() === '' ? texts.form.phoneMissing : undefined)}
          input={{ inputMode: 'tel', autoComplete: 'off' }}
        />
        {!shownAtField(problem) && <ProblemNotice problem={problem} />}
        <Button type="submit" ref={submit} loading={busy}>
          {texts.form.submit}
        </Button>
      </form>
    </Panel>
  );
}

const levelChoices = (['primary', 'backup'] as const).map((value, index) => ({ value, label: texts.levels[value], keys: 'pb'[index] }));
const kindKeys = { evening: 'k', weekend: 'h', day: 'd', own: 'e' } as const;
const kindChoices = (['evening', 'weekend', 'day', 'own'] as const).map((value) => ({
  value,
  label: texts.form.kinds[value],
  description: texts.form.kindTimes[value],
  keys: kindKeys[value],
}));

interface Times {
  readonly from: MomentEntry;
  readonly to: MomentEntry;
  readonly fromText: string;
  readonly toText: string;
}

function timesOf(draft: DutyDraft): Times {
  const now = serverNow();
  if (draft.kind !== 'own') {
    const { from, to } = usualDuty(draft.kind, now);
    return { from: { kind: 'time', at: from }, to: { kind: 'time', at: to }, fromText: momentEntryText(from), toText: momentEntryText(to) };
  }
  // A duty that began earlier today may be entered: its start is looked for from midnight on.
  const midnight = instant(osloDay(osloDate(now)).from - 1);
  const from = parseMoment(draft.from, midnight);
  return { from, to: parseMoment(draft.to, from.kind === 'time' ? from.at : now), fromText: draft.from, toText: draft.to };
}

/** Going over to one's own times keeps the ones that stood there, to be changed. */
function ownTimes(draft: DutyDraft, kind: DutyDraft['kind']): Partial<DutyDraft> {
  const { fromText, toText } = timesOf(draft);
  return kind === 'own' ? { kind, from: fromText, to: toText } : { kind };
}

/** How long it lasts; where somebody writes the times, also what they were read as. */
function readingText({ from, to }: Times, kind: DutyDraft['kind']): string {
  if (from.kind !== 'time' || to.kind !== 'time') return texts.form.timeHelp;
  const length = to.at > from.at ? [texts.form.lasting(lengthText({ from: from.at, to: to.at }))] : [];
  return [...(kind === 'own' ? [`${momentEntryText(from.at)} – ${momentEntryText(to.at)}`] : []), ...length].join(' · ');
}

function wrongText(entry: MomentEntry, tried: boolean): string | undefined {
  if (entry.kind === 'wrong') return texts.wrong[entry.code];
  return entry.kind === 'empty' && tried ? texts.wrong.unreadable : undefined;
}

function shownAtField(problem: unknown): boolean {
  return ['staffId', 'from', 'to', 'phone'].some((field) => fieldError(problem, field) !== undefined);
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
