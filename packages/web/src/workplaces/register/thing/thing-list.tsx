import type { RegisterKind } from '@vakthavende/contract/organisation';
import type { Shown } from '../address.ts';
import { texts } from '../texts.nb.ts';
import { ThingLink } from '../thing-link.tsx';

export function ThingList(props: {
  readonly shown: Shown;
  readonly kind: RegisterKind;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
}) {
  if (props.rows.length === 0) return <span className="quiet">{texts.thing.none}</span>;
  return (
    <ul className="thing-list">
      {props.rows.map(({ id, name }) => (
        <li key={id}>
          <ThingLink shown={props.shown} kind={props.kind} id={id} name={name} />
        </li>
      ))}
    </ul>
  );
}
