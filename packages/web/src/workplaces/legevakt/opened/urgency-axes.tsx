import type { ContactDetail } from '@vakthavende/contract/contact';
import type { TriageAxis } from '@vakthavende/core/triage';
import { urgencyNames } from '../../../contact/index.ts';
import { Time, UrgencyMark } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';

type Setting = ContactDetail['urgencySettings'][number];

/** The urgency in force on one axis: the last that happened. */
export function latestOn(detail: Pick<ContactDetail, 'urgencySettings'>, axis: TriageAxis): Setting | undefined {
  return detail.urgencySettings
    .filter((setting) => setting.axis === axis)
    .toSorted((a, b) => a.at - b.at || a.recordedAt - b.recordedAt)
    .at(-1);
}

/** Telephone and clinic beside each other, each with its tool: the same colour words for different things, never one mark for both. */
export function UrgencyAxes(props: { readonly detail: ContactDetail }) {
  return (
    <section className="lv-axes" aria-label={texts.contact.urgencyAxes} title={texts.contact.differentScales}>
      <Axis detail={props.detail} axis="telephone" name={texts.contact.telephoneAxis} />
      <Axis detail={props.detail} axis="clinic" name={texts.contact.clinicAxis} />
    </section>
  );
}

function Axis(props: { readonly detail: ContactDetail; readonly axis: TriageAxis; readonly name: string }) {
  const latest = latestOn(props.detail, props.axis);
  const earlier = props.detail.urgencySettings.filter((setting) => setting.axis === props.axis && setting !== latest).length;
  return (
    <div className="lv-axis-box" data-urgency={latest?.urgency}>
      <span className="lv-axis-name">{props.name}</span>
      <UrgencyMark urgency={latest?.urgency} text size="md" />
      {latest && (
        <span className="quiet">
          <Time at={latest.at} /> {latest.byName} · {toolText(latest)}
          {latest.suggested && latest.suggested !== latest.urgency && ` · ${texts.contact.suggested(urgencyNames[latest.suggested])}`}
          {latest.departureReason && ` · ${texts.contact.because(latest.departureReason)}`}
          {earlier > 0 && ` · ${texts.contact.earlierSettings(earlier)}`}
        </span>
      )}
    </div>
  );
}

function toolText(setting: Setting): string {
  return setting.tool === 'none' ? texts.contact.judgement : texts.contact.tool(setting.tool.pack, setting.tool.version);
}
