import { Button } from '@digdir/designsystemet-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Conflict, type Entry, StepMark, StepRefusal } from '../../../contact/index.ts';
import { Kbd, useKeys } from '../../../ui/index.ts';
import { boardKeys } from '../key-map.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';

export interface StepFrameProps {
  readonly title: string;
  readonly entry: Entry | undefined;
  /** Whether it can be sent as it stands. */
  readonly ready: boolean;
  readonly onSave: (seen?: number) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
  readonly save?: string | undefined;
  readonly restored?: boolean;
  /** Both versions, where another may have written the same matter. */
  readonly conflict?: { readonly mine: string; readonly theirs: string | undefined } | undefined;
  /** The refusal stands at a field already. */
  readonly refusalShown?: boolean;
  readonly children: ReactNode;
}

/** One step being written: its fields, its refusal, and the keys that save and close it. */
export function StepFrame(props: StepFrameProps) {
  const { detail, orders } = useClinicContact();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const save = () => props.ready && props.onSave();
  useKeys([
    { keys: boardKeys.save, label: texts.keys.save, group: props.title, run: save },
    { keys: boardKeys.back, label: texts.form.cancel, group: props.title, run: props.onClose },
  ]);
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>('input:checked, input, textarea');
    first?.focus();
    // Where it does not fit below the steps, as on a telephone, it comes right under the patient's name.
    const below = (frame.current?.getBoundingClientRect().bottom ?? 0) > window.innerHeight;
    frame.current?.scrollIntoView({ block: below ? 'start' : 'nearest' });
  }, []);
  const enter = (event: KeyboardEvent) => {
    const onChoice = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    if (event.key !== 'Enter' || !onChoice || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    save();
  };
  return (
    <section ref={frame} className="lv-step" aria-labelledby={id} onKeyDown={enter}>
      <h3 id={id}>{props.title}</h3>
      {props.restored && <p className="quiet">{texts.contact.restored}</p>}
      {props.children}
      {props.conflict && (
        <Conflict
          entry={props.entry}
          detail={detail}
          mine={props.conflict.mine}
          theirs={props.conflict.theirs}
          onKeepMine={props.onSave}
          onTakeTheirs={() => {
            if (props.entry) orders.giveUp(props.entry.commandId);
            props.onDiscard();
            props.onClose();
          }}
        />
      )}
      {!props.refusalShown && <StepRefusal entry={props.entry} onGiveUp={orders.giveUp} />}
      <div className="lv-step-actions">
        <Button disabled={!props.ready} onClick={() => props.onSave()}>
          {props.save ?? texts.form.save}
          <Kbd keys={boardKeys.save} />
        </Button>
        <Button variant="tertiary" onClick={props.onClose}>
          {texts.form.cancel}
          <Kbd keys={boardKeys.back} />
        </Button>
        <Button
          variant="tertiary"
          data-color="neutral"
          onClick={() => {
            props.onDiscard();
            props.onClose();
          }}
        >
          {texts.form.empty}
        </Button>
        <StepMark entry={props.entry} />
      </div>
    </section>
  );
}
