import { useCallback, useState } from 'react';
import { mayDo, useContactId, useOpenContact, useSession, useTitle } from '../../app/index.ts';
import { AlarmStrip, alarming, useContacts, useUnacknowledged } from '../../contact/index.ts';
import { useUnitName } from '../../organisation/index.ts';
import { Kbd, ProblemNotice, useKeys } from '../../ui/index.ts';
import { Board } from './board/board.tsx';
import { BoardBar } from './board/board-bar.tsx';
import { useBoardChoices } from './board/use-board-choices.ts';
import { boardKeys } from './key-map.ts';
import { ContactPanel } from './opened/panel.tsx';
import { type StepId, stepKeys } from './opened/steps.ts';
import { usePlaceNames } from './place-names.ts';
import { RegisterDialog } from './register-dialog.tsx';
import { acknowledge, useStepOnLine } from './step-on-line.ts';
import { texts } from './texts.nb.ts';

/** The clinic's board, with the open contact beside it. */
export function Clinic({ unit }: { readonly unit: string }) {
  const session = useSession();
  const unitName = useUnitName();
  const contactId = useContactId();
  const navigate = useOpenContact('legevakt');
  const query = useContacts(unit);
  const unsent = useUnacknowledged();
  const choices = useBoardChoices();
  const [registering, setRegistering] = useState(false);
  const [asked, setAsked] = useState<{ readonly contactId: string; readonly step: StepId }>();
  const rows = query.data?.rows ?? [];
  const mayRegister = mayDo(session, 'handleContact', unit);
  const open = (id: string) => {
    setRegistering(false);
    navigate(id);
  };
  const ask = (id: string, step: StepId) => {
    setAsked({ contactId: id, step });
    open(id);
  };
  const stepOnLine = useStepOnLine(unit, ask);
  const close = () => {
    navigate(undefined);
    requestAnimationFrame(() => focusLine(contactId));
  };
  useKeys([
    {
      keys: boardKeys.register,
      label: texts.keys.register,
      group: texts.keysGroup,
      disabled: !mayRegister,
      run: () => setRegistering(true),
    },
  ]);
  const askedDone = useCallback(() => setAsked(undefined), []);
  const caption = texts.boardOf(unitName(unit));
  return (
    <div className="lv" data-open={contactId !== undefined}>
      <h1 className="ds-sr-only">{caption}</h1>
      <Alarms unit={unit} rows={rows} onOpen={open} onConfer={(id) => ask(id, 'party')} />
      <div className="lv-main">
        <section className="lv-board-pane" aria-label={texts.board}>
          <BoardBar
            rows={rows}
            choices={choices}
            mayRegister={mayRegister}
            onRegister={() => setRegistering(true)}
            onLeaveFilter={() => focusLine(undefined)}
          />
          <div className="lv-board-frame">
            {query.data && (
              <Board
                caption={caption}
                rows={rows}
                me={session.staffId}
                filter={choices.filter}
                sort={choices.sort}
                openId={contactId}
                unsent={unsent}
                onOpen={(line) => open(line.row.contactId)}
                onKey={stepOnLine}
              />
            )}
            {query.isPending && <p className="quiet lv-flat">{texts.loading}</p>}
            <ProblemNotice problem={query.data ? undefined : query.error} onRetry={() => void query.refetch()} />
          </div>
          <Hints />
        </section>
        {contactId !== undefined && (
          <div className="lv-contact-pane">
            <ContactPanel
              key={contactId}
              contactId={contactId}
              unit={unit}
              asked={asked?.contactId === contactId ? asked.step : undefined}
              onAskedDone={askedDone}
              onClose={close}
            />
          </div>
        )}
      </div>
      {registering && <RegisterDialog unit={unit} rows={rows} onClose={() => setRegistering(false)} onOpen={open} />}
    </div>
  );
}

/** Red contacts that nobody has acknowledged, over everything, on the screens of those who answer for them; also in the page's title. */
function Alarms(props: {
  readonly unit: string;
  readonly rows: Parameters<typeof alarming>[0];
  readonly onOpen: (contactId: string) => void;
  readonly onConfer: (contactId: string) => void;
}) {
  const session = useSession();
  const unitName = useUnitName();
  const answers = mayDo(session, 'answerForRed', props.unit);
  const sees = mayDo(session, 'seeRedAlarm', props.unit);
  const alarms = sees ? alarming(props.rows) : [];
  const first = alarms[0];
  const placeName = usePlaceNames(alarms.flatMap((row) => row.place ?? []));
  useTitle(...(first ? [`(${alarms.length}) ${texts.sections.red}`] : []), unitName(props.unit));
  useKeys([
    {
      keys: boardKeys.acknowledge,
      label: texts.keys.acknowledge,
      group: texts.keysGroup,
      disabled: !first || !answers,
      run: () => first && acknowledge(first.contactId),
    },
  ]);
  if (!sees) return null;
  return (
    <AlarmStrip
      rows={props.rows}
      placeName={placeName}
      onOpen={props.onOpen}
      onAcknowledge={answers ? acknowledge : undefined}
      acknowledgeKeys={boardKeys.acknowledge}
      onConfer={props.onConfer}
    />
  );
}

/** Puts the focus on a contact's row, or on the row that Tab would come to. */
function focusLine(contactId: string | undefined): void {
  const row = contactId === undefined ? undefined : document.querySelector<HTMLElement>(`[data-line="${CSS.escape(contactId)}"]`);
  (row ?? document.querySelector<HTMLElement>('.lv-board [tabindex="0"]'))?.focus();
}

function Hints() {
  const t = texts.hints;
  return (
    <p className="lv-hints">
      <span>
        <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {t.select}
      </span>
      <span>
        <Kbd keys="Enter" /> {t.open}
      </span>
      <span>
        <Kbd keys={stepKeys.arrive} /> {t.arrive}
      </span>
      <span>
        <Kbd keys={stepKeys.take} /> {t.take}
      </span>
      <span>
        <Kbd keys={boardKeys.taskDone} /> {t.done}
      </span>
      <span>
        <Kbd keys={boardKeys.acknowledge} /> {t.acknowledge}
      </span>
      <span>
        <Kbd keys="1" />–<Kbd keys="7" /> {t.section}
      </span>
    </p>
  );
}
