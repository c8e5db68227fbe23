import { instant } from '@vakthavende/core/kernel';
import { draftsFailing } from '../drafts/drafts.ts';
import { useConnection } from '../live/live.ts';
import { useObservable } from '../ui/observable.ts';
import { Elapsed } from '../ui/time.tsx';
import { useUnsentCount } from './commands.ts';
import { texts } from './texts.nb.ts';

/** Whether the screen follows along, since when not, and what waits to be sent. */
export function ConnectionState() {
  const connection = useConnection();
  const unsent = useUnsentCount();
  const failing = useObservable(draftsFailing);
  return (
    <div className="connection">
      <span
        role="status"
        className="connection-state"
        data-status={connection.status}
        title={connection.status === 'live' ? texts.connection.liveMeaning : undefined}
      >
        <span className="connection-sign" aria-hidden="true" />
        <span className="connection-word">{texts.connection[connection.status]}</span>
      </span>
      {connection.status === 'reconnecting' && <Elapsed since={instant(connection.since)} />}
      <span role="status">
        {unsent > 0 && (
          <span className="unsent" title={texts.unsentMeaning}>
            {texts.unsent(unsent)}
          </span>
        )}
        {failing && <span className="unsent">{texts.draftsFailing}</span>}
      </span>
    </div>
  );
}
