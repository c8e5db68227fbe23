import { Button } from '@digdir/designsystemet-react';
import type { QueueRow } from '@vakthavende/contract/telephony';
import { channels } from '@vakthavende/core/contact';
import { osloDate } from '@vakthavende/core/kernel';
import { ClockField, channelNames, contactTexts, outcomeNames, patientText, StepMark, statusNames } from '../../../contact/index.ts';
import { callerText, isConnecting, telephonyTexts } from '../../../telephony/index.ts';
import { Elapsed, Kbd, TextInput, UrgencyMark, useNow } from '../../../ui/index.ts';
import { sentralKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { textOf } from './current.ts';
import { useForm } from './form-context.ts';

export interface ContactHeadProps {
  readonly call: QueueRow | undefined;
  readonly onNextPatient: () => void;
  readonly onHangUp: () => void;
}

/** Who it is, how it stands, the call, and whether what is written now happened earlier. */
export function ContactHead(props: ContactHeadProps) {
  const { current, detail } = useForm();
  const today = osloDate(useNow());
  const { identity } = current;
  const name = identity && 'name' in identity ? identity.name : identity?.description;
  const birthDate = identity && 'birthDate' in identity ? identity.birthDate : undefined;
  const who = name ? patientText({ patient: name, birthDate: birthDate ?? detail?.birthDate }, today) : texts.head.newContact;
  return (
    <header className="contact-head">
      <div className="contact-title">
        <UrgencyMark urgency={current.urgency} size="lg" />
        <h2>{who}</h2>
        <span className="tag">{detail ? statusNames[detail.status] : statusNames.assessing}</span>
        {detail?.closed && <span className="tag">{texts.head.closed(outcomeNames[detail.closed.outcome])}</span>}
      </div>
      <CallLine {...props} />
      <div className="head-fields">
        <ChannelLine />
        <OccurredLine />
      </div>
    </header>
  );
}

function CallLine({ call, onNextPatient, onHangUp }: ContactHeadProps) {
  if (!call) return null;
  const talking = call.status === 'talking';
  return (
    <div className="call-line" data-talking={talking}>
      <span>
        <span aria-hidden="true">☎ </span>
        <strong className="tabular">{callerText(call)}</strong>{' '}
        {talking ? telephonyTexts.talking : isConnecting(call) && call.endedAt === undefined ? texts.head.connecting : texts.head.callOver}{' '}
        {talking && call.answeredAt !== undefined && <Elapsed since={call.answeredAt} />}
      </span>
      <span className="call-actions">
        <Button data-size="sm" variant="secondary" onClick={onNextPatient}>
          {texts.head.nextPatient} <Kbd keys={sentralKeys.nextPatient} />
        </Button>
        {talking && (
          <Button data-size="sm" variant="secondary" onClick={onHangUp}>
            {texts.head.hangUp}
          </Button>
        )}
      </span>
    </div>
  );
}

/** The form of contact, and the caller when it is not the patient. */
function ChannelLine() {
  const { current, orders, draft, edit, detail } = useForm();
  const entry = orders.entry('caller');
  const name = draft.callerName ?? textOf(entry, 'stateCaller', (order) => order.name ?? '') ?? detail?.caller?.name ?? '';
  const relation = draft.callerRelation ?? textOf(entry, 'stateCaller', (order) => order.relation ?? '') ?? detail?.caller?.relation ?? '';
  const send = () => {
    if (draft.callerName === undefined && draft.callerRelation === undefined) return;
    orders.give(
      'caller',
      { type: 'stateCaller', ...(name.trim() ? { name: name.trim() } : {}), ...(relation.trim() ? { relation: relation.trim() } : {}) },
      detail?.sequence,
    );
    edit({ callerName: undefined, callerRelation: undefined });
  };
  return (
    // Leaving the fields sends them; the frame only hears that the focus left.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className="channel-line" onBlur={send}>
      <label className="channel-field">
        <span className="field-label">{texts.channel}</span>
        <select
          className="ds-input"
          value={current.channel}
          onChange={(event) =>
            orders.give(
              'channel',
              { type: 'correctChannel', channel: channels.find((one) => one === event.target.value) ?? 'other' },
              detail?.sequence,
            )
          }
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelNames[channel]}
            </option>
          ))}
        </select>
      </label>
      {current.channel !== 'patientPhones' && (
        <>
          <TextInput
            label={texts.callerName}
            value={name}
            onChange={(callerName) => edit({ callerName })}
            onEnter={send}
            input={{ maxLength: 200, autoComplete: 'off' }}
          />
          <TextInput
            label={texts.callerRelation}
            value={relation}
            onChange={(callerRelation) => edit({ callerRelation })}
            onEnter={send}
            input={{ maxLength: 200, autoComplete: 'off' }}
          />
        </>
      )}
      <StepMark entry={orders.entry('channel') ?? entry} />
    </div>
  );
}

/** Late entry: marked until it is emptied, for it changes when everything written is said to have happened. */
function OccurredLine() {
  const { draft, edit, go } = useForm();
  const occurred = draft.occurred;
  const t = contactTexts.occurred;
  return (
    <div className="occurred-line" data-active={occurred?.at !== undefined} id="skjedde">
      <ClockField
        label={t.label}
        keys={sentralKeys.occurred}
        direction="past"
        value={occurred?.text ?? ''}
        hint={t.hint}
        onChange={(text, at) => edit({ occurred: text === '' ? undefined : { text, at } })}
        onEnter={() => go('who')}
      />
      {occurred?.at !== undefined && (
        <div className="occurred-active" role="status">
          <strong>{t.marked}</strong>
          <Button data-size="sm" variant="secondary" onClick={() => edit({ occurred: undefined })}>
            {t.clear}
          </Button>
        </div>
      )}
    </div>
  );
}
