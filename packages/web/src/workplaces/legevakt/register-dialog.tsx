import { Button } from '@digdir/designsystemet-react';
import type { ContactRow } from '@vakthavende/contract/contact';
import { type Instant, osloDate } from '@vakthavende/core/kernel';
import { useEffect } from 'react';
import { ClockField, contactOutbox, contactTexts, patientText, readWho, type WireOrder } from '../../contact/index.ts';
import { useDraft } from '../../drafts/index.ts';
import { Dialog, TextInput, UrgencyMark, useNow } from '../../ui/index.ts';
import { WhoField } from './forms/who-field.tsx';
import { likelySame } from './likely-same.ts';
import { texts } from './texts.nb.ts';

interface Written {
  readonly who: string;
  readonly reason: string;
  readonly occurred: string;
  readonly at?: Instant | undefined;
}

const empty: Written = { who: '', reason: '', occurred: '' };

/** Somebody came in from the street: who, why, and they are on the board. Those who are expected already are shown first. */
export function RegisterDialog(props: {
  readonly unit: string;
  readonly rows: readonly ContactRow[];
  readonly onClose: () => void;
  readonly onOpen: (contactId: string) => void;
}) {
  useEffect(() => {
    // The dialog opens after its content is there, and would put the focus on its close button.
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>('.lv-register input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const draft = useDraft(`legevakt:direct:${props.unit}`, empty);
  const { who, reason, occurred, at } = draft.value;
  const today = osloDate(useNow());
  const reading = readWho(who, today);
  const ready = reading.kind === 'identity' || reading.kind === 'empty';
  const set = (part: Partial<Written>) => draft.set((before) => ({ ...before, ...part }));
  const t = texts.direct;
  const register = () => {
    if (!ready || (occurred.trim() !== '' && at === undefined)) return;
    const contactId = crypto.randomUUID();
    const when = at === undefined ? {} : { occurredAt: new Date(at).toISOString() };
    const orders: readonly (readonly [slot: string, order: WireOrder])[] = [
      ['open', { type: 'openContact', centreId: props.unit, channel: 'directAttendance' }],
      ...(reading.kind === 'identity' ? ([['who', { type: 'identifyPatient', identity: reading.identity }]] as const) : []),
      ...(reason.trim() ? ([['reason', { type: 'stateReason', text: reason.trim() }]] as const) : []),
      ['arrive', { type: 'arrive', clinicId: props.unit }],
    ];
    for (const [slot, order] of orders) contactOutbox.send({ contactId, slot, order, ...when });
    draft.clear();
    props.onOpen(contactId);
  };
  return (
    <Dialog
      open
      title={t.title}
      onClose={props.onClose}
      width="wide"
      actions={
        <>
          <Button disabled={!ready} onClick={register}>
            {t.register}
          </Button>
          <Button variant="secondary" onClick={props.onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <div className="lv-register">
        <p className="quiet lv-flat">{t.what}</p>
        <WhoField
          value={who}
          onChange={(text) => set({ who: text })}
          onEnter={() => document.querySelector<HTMLElement>('.lv-register textarea')?.focus()}
        />
        {reading.kind === 'empty' && <p className="quiet lv-flat">{t.noIdentity}</p>}
        <Already rows={likelySame(props.rows, reading)} today={today} onOpen={props.onOpen} />
        <TextInput
          label={texts.form.reason}
          rows={2}
          value={reason}
          onChange={(text) => set({ reason: text })}
          onEnter={register}
          input={{ maxLength: 2000 }}
        />
        <ClockField
          label={contactTexts.occurred.label}
          direction="past"
          value={occurred}
          onChange={(text, read) => set({ occurred: text, at: read })}
          onEnter={register}
        />
      </div>
    </Dialog>
  );
}

function Already(props: {
  readonly rows: readonly ContactRow[];
  readonly today: ReturnType<typeof osloDate>;
  readonly onOpen: (contactId: string) => void;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section className="lv-already" aria-label={texts.direct.already}>
      <strong>{texts.direct.already}</strong>
      {props.rows.map((row) => (
        <Button key={row.contactId} variant="secondary" onClick={() => props.onOpen(row.contactId)}>
          <UrgencyMark urgency={row.urgency} size="sm" />
          {texts.direct.open(patientText(row, props.today))}
        </Button>
      ))}
    </section>
  );
}
