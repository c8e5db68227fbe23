import type { ReactNode } from 'react';
import { actionNames, channelNames, outcomeNames, referralNames } from '../../../contact/index.ts';
import { useUnitName } from '../../../organisation/index.ts';
import { Facts as FactList, Panel, Time } from '../../../ui/index.ts';
import { usePlaceNames } from '../place-names.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';

/** What is known, each thing once; what is not known and must be, is said to be missing. */
export function Facts() {
  const { detail } = useClinicContact();
  const unitName = useUnitName();
  const placeName = usePlaceNames(detail.place === undefined ? [] : [detail.place]);
  const t = texts.contact;
  const { caller, closed } = detail;
  const nothing = (
    <span key="none" className="quiet">
      {t.none}
    </span>
  );
  const rows: readonly (readonly [string, ReactNode] | undefined)[] = [
    [t.reason, detail.reason ?? nothing],
    detail.place === undefined ? undefined : [t.place, [placeName(detail.place), detail.placeDetail].filter(Boolean).join(' · ')],
    caller && [t.caller, [caller.name, caller.relation, caller.number].filter(Boolean).join(' · ')],
    [t.channel, channelNames[detail.channel]],
    [
      t.openedBy,
      <span key="opened">
        <Time at={detail.openedAt} /> {detail.openedByName}, {unitName(detail.centreId)}
      </span>,
    ],
    detail.expectedAt === undefined ? undefined : [t.expected, <Time key="expected" at={detail.expectedAt} />],
    detail.arrivedAt === undefined ? undefined : [t.arrived, <Time key="arrived" at={detail.arrivedAt} />],
    [t.actions, detail.actions.length === 0 ? nothing : <Actions key="actions" />],
    detail.advice.length === 0 ? undefined : [t.advice, <Advice key="advice" />],
    detail.conferences.length === 0
      ? undefined
      : [t.conferences, <Lines key="conferences" lines={detail.conferences.map((each) => ({ at: each.at, text: each.party.name }))} />],
    detail.handovers.length === 0
      ? undefined
      : [
          t.handovers,
          <Lines
            key="handovers"
            lines={detail.handovers.map((each) => ({
              at: each.at,
              text: `${each.party.name}, ${each.received ? t.receivedBy(each.received.receivedBy) : t.notReceived}`,
            }))}
          />,
        ],
    closed && [t.outcome, [outcomeNames[closed.outcome], closed.diagnosis && `ICPC-2 ${closed.diagnosis}`].filter(Boolean).join(' · ')],
    closed && [t.responsible, closed.responsibleName],
  ];
  return (
    <Panel title={t.facts} level={3}>
      <FactList rows={rows.filter((row) => row !== undefined)} />
    </Panel>
  );
}

function Actions() {
  const { detail } = useClinicContact();
  const unitName = useUnitName();
  const lines = detail.actions.map((each) => ({
    at: each.at,
    text: [actionNames[each.action], each.referral && referralNames[each.referral], each.clinicId && unitName(each.clinicId)]
      .filter(Boolean)
      .join(', '),
  }));
  return <Lines lines={lines} />;
}

function Advice() {
  const { detail } = useClinicContact();
  return <Lines lines={detail.advice.map((each) => ({ at: each.at, text: each.text || each.adviceCodes.join(', ') }))} />;
}

function Lines(props: { readonly lines: readonly { readonly at: Parameters<typeof Time>[0]['at']; readonly text: string }[] }) {
  return (
    <ul className="lv-lines">
      {props.lines.map((line) => (
        <li key={`${line.at} ${line.text}`}>
          <span className="quiet">
            <Time at={line.at} />
          </span>{' '}
          {line.text}
        </li>
      ))}
    </ul>
  );
}
