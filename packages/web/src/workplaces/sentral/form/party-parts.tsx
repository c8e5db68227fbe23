import { Button } from '@digdir/designsystemet-react';
import type { UnitRow } from '@vakthavende/contract/organisation';
import { KeyGroup } from '../../../triage/index.ts';
import { TextInput } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useForm } from './form-context.ts';

type Party = { readonly kind: 'emc' | 'callCentre' | 'clinic' | 'other'; readonly unit?: string; readonly name: string };

const partyKinds = {
  emc: 'emc',
  callCentre: 'callCentre',
  main: 'clinic',
  branch: 'clinic',
  satellite: 'clinic',
} as const satisfies Record<UnitRow['kind'], Party['kind']>;

/** The EMC (AMK) first, then other centres. */
function useParties(withClinics: boolean): readonly (Party & { readonly key: string })[] {
  const { units, unit } = useForm();
  const parties = units
    .filter((one) => one.id !== unit)
    .map((one) => ({ key: one.id, kind: partyKinds[one.kind], unit: one.id, name: one.name }))
    .filter((one) => withClinics || one.kind !== 'clinic');
  const order: readonly Party['kind'][] = ['emc', 'callCentre', 'clinic'];
  return parties.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** A conference was held: with the EMC by one key, or another party by name. */
export function ConferPart() {
  const { orders, edit, go } = useForm();
  return (
    <PartyChoice
      label={texts.conferWith}
      withClinics={false}
      act={texts.confer}
      onTake={(party) => {
        orders.give('confer', { type: 'holdConference', conferenceId: crypto.randomUUID(), party });
        edit({ partyName: undefined, more: undefined });
        go('more');
      }}
    />
  );
}

/** Responsibility offered to another: it stands as open until somebody there has received it, with name and time. */
export function HandoverPart() {
  const { orders, edit, go } = useForm();
  return (
    <PartyChoice
      label={texts.handoverTo}
      withClinics
      act={texts.handover}
      onTake={(party) => {
        orders.give('handover', { type: 'offerHandover', handoverId: crypto.randomUUID(), party });
        edit({ partyName: undefined, more: undefined });
        go('more');
      }}
    />
  );
}

function PartyChoice(props: {
  readonly label: string;
  readonly withClinics: boolean;
  readonly act: string;
  readonly onTake: (party: Party) => void;
}) {
  const { draft, edit } = useForm();
  const parties = useParties(props.withClinics);
  const other = draft.partyName?.trim();
  return (
    <div className="more-part" ref={focusFirst}>
      <KeyGroup
        label={props.label}
        columns={2}
        options={parties.map((party) => ({ value: party.key, label: party.name }))}
        chosen={[]}
        onTake={(key) => {
          const party = parties.find((one) => one.key === key);
          if (party) props.onTake({ kind: party.kind, name: party.name, ...(party.unit ? { unit: party.unit } : {}) });
        }}
      />
      <TextInput
        label={texts.otherParty}
        value={draft.partyName ?? ''}
        onChange={(partyName) => edit({ partyName })}
        onEnter={() => other && props.onTake({ kind: 'other', name: other })}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
      <Button data-size="sm" disabled={!other} onClick={() => other && props.onTake({ kind: 'other', name: other })}>
        {props.act}
      </Button>
    </div>
  );
}

/** Once, when it opens: a stable function, so that drawing anew does not take the focus back. */
function focusFirst(part: HTMLElement | null): void {
  const first = part?.querySelector<HTMLElement>('button, input');
  first?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}

/** Handovers not yet received: who received it there closes the open end. */
export function OpenHandovers() {
  const { detail, orders, draft, edit } = useForm();
  const open = detail?.handovers.filter((one) => one.received === undefined) ?? [];
  return open.map((handover) => {
    const confirm = () => {
      const receivedBy = draft.partyName?.trim();
      if (!receivedBy) return;
      orders.give('receipt', { type: 'confirmHandover', handoverId: handover.handoverId, receivedBy });
      edit({ partyName: undefined });
    };
    return (
      <div key={handover.handoverId} className="row-fields open-handover">
        <TextInput
          label={texts.receivedBy(handover.party.name)}
          value={draft.more === 'handover' || draft.more === 'confer' ? '' : (draft.partyName ?? '')}
          onChange={(partyName) => edit({ partyName, more: undefined })}
          onEnter={confirm}
          input={{ maxLength: 200, autoComplete: 'off' }}
        />
        <Button data-size="sm" onClick={confirm}>
          {texts.confirm}
        </Button>
      </div>
    );
  });
}
