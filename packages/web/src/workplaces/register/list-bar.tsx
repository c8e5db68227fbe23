import { Button } from '@digdir/designsystemet-react';
import { useRegisterLists } from '../../organisation/index.ts';
import { Time } from '../../ui/index.ts';
import type { Shown } from './address.ts';
import { texts } from './texts.nb.ts';

/** Which list is shown, and whether as it is known now. */
export function ListBar({ shown, show }: { readonly shown: Shown; readonly show: (next: Partial<Shown>) => void }) {
  const lists = useRegisterLists().data ?? [];
  const live = lists.find((list) => list.live);
  const current = lists.find(({ id }) => id === shown.list) ?? live;
  return (
    <div className="list-bar">
      {shown.asKnownAt !== undefined && (
        <p className="as-known" role="status">
          {texts.asKnown} <Time at={shown.asKnownAt} date="always" />{' '}
          <Button variant="secondary" onClick={() => show({ asKnownAt: undefined })}>
            {texts.asKnownNow}
          </Button>
        </p>
      )}
      {current && <span className="quiet list-describes">{texts.describes(current.describes, current.version)}</span>}
      <select
        className="ds-input list-choice"
        aria-label={texts.list}
        value={current?.id ?? ''}
        onChange={(event) => {
          const list = event.target.value === live?.id ? undefined : event.target.value;
          show({ list, kind: undefined, id: undefined, place: undefined, asKnownAt: undefined });
        }}
      >
        {lists.map(({ id, title, live: isLive }) => (
          <option key={id} value={id}>
            {isLive ? texts.liveList(title) : title}
          </option>
        ))}
      </select>
    </div>
  );
}
