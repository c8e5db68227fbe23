import { Button } from '@digdir/designsystemet-react';
import type { Instant } from '@vakthavende/core/kernel';
import { type ReactNode, useState } from 'react';
import { Dialog, ProblemNotice, TextInput } from '../ui/index.ts';
import { texts } from './texts.nb.ts';

export interface CallByHand {
  readonly callerNumber?: string | undefined;
  readonly place?: string | undefined;
  readonly occurredAt?: Instant | undefined;
}

const numberPattern = /^\+?[\d\s-]{3,40}$/;

/** A call that no exchange reported: it is down, or the note is from paper. The place and time fields come from the workplace. */
export function RegisterCallDialog(props: {
  readonly open: boolean;
  readonly place: string | undefined;
  readonly placeField: ReactNode;
  readonly occurredAt: Instant | undefined;
  readonly timeField: ReactNode;
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onRegister: (call: CallByHand) => void;
}) {
  const [number, setNumber] = useState('');
  const wrong = number !== '' && !numberPattern.test(number);
  const t = texts.byHand;
  const register = () => {
    if (wrong) return;
    props.onRegister({ callerNumber: number.trim() || undefined, place: props.place, occurredAt: props.occurredAt });
    setNumber('');
  };
  return (
    <Dialog
      open={props.open}
      title={t.open}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={register}>{t.save}</Button>
          <Button variant="secondary" onClick={props.onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <TextInput
        type="tel"
        label={t.number}
        value={number}
        onChange={setNumber}
        onEnter={register}
        error={wrong && number.length >= 3 ? t.numberWrong : undefined}
        input={{ autoComplete: 'off', maxLength: 40 }}
      />
      {props.placeField}
      {props.timeField}
      <ProblemNotice problem={props.problem} />
    </Dialog>
  );
}
