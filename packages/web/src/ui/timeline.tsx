import type { Instant } from '@vakthavende/core/kernel';
import type { ReactNode } from 'react';
import { texts } from './texts.nb.ts';
import { Time } from './time.tsx';

export interface TimelineItem {
  readonly key: string | number;
  readonly at: Instant;
  readonly title: ReactNode;
  readonly who?: string | undefined;
  readonly body?: ReactNode;
  /** Written in afterwards: then this is when. */
  readonly recordedAt?: Instant | undefined;
  readonly tone?: 'alarm' | 'good' | undefined;
}

/** What happened, in the order given. */
export function Timeline(props: { readonly label: string; readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.key} data-tone={item.tone}>
          <span className="timeline-time">
            <Time at={item.at} />
          </span>
          <div className="timeline-content">
            <span className="timeline-title">{item.title}</span>
            {item.who && <span className="quiet"> {item.who}</span>}
            {item.recordedAt !== undefined && (
              <span className="tag" title={texts.lateEntry}>
                {texts.recordedAt} <Time at={item.recordedAt} />
              </span>
            )}
            {item.body && <div className="timeline-body">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
