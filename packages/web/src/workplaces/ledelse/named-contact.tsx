import type { ContactDetail, IdentityOut } from '@vakthavende/contract/contact';
import type { ReactNode } from 'react';
import { actionNames, birthDateText, ContactTimeline, outcomeNames, patientText, statusNames } from '../../contact/index.ts';
import { useUnitName } from '../../organisation/index.ts';
import { Facts, Time, UrgencyMark } from '../../ui/index.ts';
import { usePlaceNames } from './place-names.ts';
import { texts } from './texts.nb.ts';
import { useToday } from './use-today.ts';

const t = texts.named;

/** A named contact to read: who, what about, what was done, and all that happened. Nothing in it can be changed. */
export function NamedContact({ detail }: { readonly detail: ContactDetail }) {
  const unitName = useUnitName();
  const placeName = usePlaceNames([detail.place]);
  const today = useToday();
  const actions = detail.actions.map((each) => actionNames[each.action]);
  return (
    <div className="named-contact">
      <div>
        <Facts
          rows={[
            [t.patient, <strong key="patient">{patientText(detail, today)}</strong>],
            ...identityRows(detail.identity),
            [t.caller, joined(detail.caller?.name, detail.caller?.relation, detail.caller?.number)],
            [t.reasonStated, detail.reason ?? unknown],
            [t.place, joined(detail.place && placeName(detail.place), detail.placeDetail)],
            [t.urgency, <UrgencyMark key="urgency" urgency={detail.urgency} size="sm" text />],
            [t.action, actions.length > 0 ? actions.join(' → ') : unknown],
            [t.status, statusNames[detail.status]],
            ...closingRows(detail),
          ]}
        />
      </div>
      <section aria-label={t.timeline}>
        <h3>{t.timeline}</h3>
        <ContactTimeline detail={detail} unitName={(id) => (/^\d{4}/.test(id) ? placeName(id) : unitName(id))} />
      </section>
    </div>
  );
}

type Row = readonly [string, ReactNode];
const unknown = <span className="quiet">{t.unknown}</span>;

function identityRows(identity: IdentityOut): readonly Row[] {
  const born: readonly Row[] = 'birthDate' in identity && identity.birthDate ? [[t.born, birthDateText(identity.birthDate)]] : [];
  if (identity.kind === 'nationalId')
    return [
      ...born,
      [
        t.nationalId,
        <span key="number" className="tabular">
          {identity.number}
        </span>,
      ],
    ];
  if (identity.kind === 'foreign') return [...born, [t.country, joined(identity.country, identity.document)]];
  return born;
}

function closingRows({ closed }: ContactDetail): readonly Row[] {
  if (!closed) return [];
  return [
    [
      t.outcome,
      <span key="outcome">
        {outcomeNames[closed.outcome]} <Time at={closed.at} />
      </span>,
    ],
    ...(closed.diagnosis ? [[t.diagnosis, closed.diagnosis] as const] : []),
    [t.responsible, closed.responsibleName],
  ];
}

function joined(...parts: readonly (string | undefined)[]): ReactNode {
  return parts.filter(Boolean).join(' · ') || unknown;
}
