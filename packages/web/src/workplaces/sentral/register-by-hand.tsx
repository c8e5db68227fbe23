import { useState } from 'react';
import { ClockField } from '../../contact/index.ts';
import { RegisterCallDialog, telephonyTexts } from '../../telephony/index.ts';
import { Combo } from '../../ui/index.ts';
import { findPlaces } from './form/place-section.tsx';
import type { TypedClock } from './form-draft.ts';
import { registerByHand } from './use-calls.ts';

interface PlaceChoice {
  readonly id: string;
  readonly name: string;
}

/** The exchange is down, or the note is from paper: the call is written down, and its contact opened. */
export function RegisterByHand(props: {
  readonly unit: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpened: (contactId: string) => void;
}) {
  const [place, setPlace] = useState<PlaceChoice>();
  const [when, setWhen] = useState<TypedClock>();
  const [problem, setProblem] = useState<unknown>();
  const close = () => {
    setPlace(undefined);
    setWhen(undefined);
    setProblem(undefined);
    props.onClose();
  };
  return (
    <RegisterCallDialog
      open={props.open}
      place={place?.id}
      occurredAt={when?.at}
      problem={problem}
      placeField={
        <Combo
          label={telephonyTexts.byHand.place}
          options={findPlaces}
          chosen={place?.name}
          onPick={(option) => setPlace({ id: option.value, name: option.label })}
          onClear={() => setPlace(undefined)}
        />
      }
      timeField={
        <ClockField
          label={telephonyTexts.byHand.when}
          direction="past"
          value={when?.text ?? ''}
          onChange={(text, at) => setWhen({ text, at })}
        />
      }
      onClose={close}
      onRegister={(call) => {
        registerByHand(call, when, props.unit).then((contactId) => {
          close();
          props.onOpened(contactId);
        }, setProblem);
      }}
    />
  );
}
