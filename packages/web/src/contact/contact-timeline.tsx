import type { ContactDetail } from '@vakthavende/contract/contact';
import { Empty, Timeline } from '../ui/index.ts';
import { texts } from './texts.nb.ts';
import { systemParts } from './timeline.nb.ts';
import { timelineLine, type UnitName } from './timeline-text.ts';

/** What has happened in the contact, newest first; what was written in afterwards says when it happened and when it was written. */
export function ContactTimeline(props: { readonly detail: ContactDetail; readonly unitName: UnitName }) {
  const entries = props.detail.timeline.toSorted((a, b) => b.occurredAt - a.occurredAt || b.sequence - a.sequence);
  if (entries.length === 0) return <Empty title={texts.timeline.empty} />;
  return (
    <Timeline
      label={texts.timeline.heading}
      items={entries.map((entry) => {
        const line = timelineLine(entry.event, props.unitName);
        return {
          key: entry.sequence,
          at: entry.occurredAt,
          title: line.title,
          body: line.body,
          tone: line.tone,
          who: systemParts[entry.by] ?? entry.byName,
          recordedAt: entry.late ? entry.recordedAt : undefined,
        };
      })}
    />
  );
}
