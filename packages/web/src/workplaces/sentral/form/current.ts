import type { ContactDetail, IdentityIn, IdentityOut } from '@vakthavende/contract/contact';
import type { ActionClass, Channel, ReferralTarget } from '@vakthavende/core/contact';
import type { Urgency } from '@vakthavende/core/triage';
import type { Entry } from '../../../contact/index.ts';

/** The contact as the form shows it: what the server holds, with the steps that have not come in laid over. */
export interface CurrentContact {
  readonly identity: IdentityOut | IdentityIn | undefined;
  readonly channel: Channel;
  readonly place: string | undefined;
  readonly reason: string | undefined;
  readonly urgency: Urgency | undefined;
  readonly action: ActionClass | undefined;
  readonly referral: ReferralTarget | undefined;
  readonly clinicId: string | undefined;
  readonly callIds: readonly string[];
  readonly closed: boolean;
}

type OrderOf<Type extends Entry['order']['type']> = Extract<Entry['order'], { readonly type: Type }>;

export function currentContact(detail: ContactDetail | undefined, entries: readonly Entry[]): CurrentContact {
  const latest = <Type extends Entry['order']['type']>(type: Type): OrderOf<Type> | undefined =>
    // The type was compared just before.
    entries.findLast((entry) => entry.order.type === type && entry.state !== 'refused')?.order as OrderOf<Type> | undefined;
  const opened = latest('openContact');
  const action = latest('decideAction') ?? detail?.actions.toSorted((a, b) => a.at - b.at).at(-1);
  const linked = latest('linkCall')?.callId;
  const calls = [...(detail?.callIds ?? []), opened?.callId, linked].filter((id) => id !== undefined);
  return {
    identity: latest('identifyPatient')?.identity ?? detail?.identity,
    channel: latest('correctChannel')?.channel ?? detail?.channel ?? opened?.channel ?? 'patientPhones',
    place: latest('statePlace')?.place ?? detail?.place ?? opened?.place,
    reason: latest('stateReason')?.text ?? detail?.reason,
    urgency: latest('setUrgency')?.urgency ?? detail?.urgency,
    action: action?.action,
    referral: action?.referral,
    clinicId: latest('expectAtClinic')?.clinicId ?? action?.clinicId ?? detail?.clinicId,
    callIds: [...new Set(calls)],
    closed: detail?.closed !== undefined || latest('close') !== undefined,
  };
}

/** The text that a field sent and that is not on the screen otherwise: also what was refused, so that nothing written is lost. */
export function textOf<Type extends Entry['order']['type']>(
  entry: Entry | undefined,
  type: Type,
  text: (order: OrderOf<Type>) => string,
): string | undefined {
  // The type is compared first.
  return entry?.order.type === type ? text(entry.order as OrderOf<Type>) : undefined;
}
