import { Link } from '@tanstack/react-router';
import type { RegisterKind } from '@vakthavende/contract/organisation';
import { type Shown, searchOf } from './address.ts';

/** Opens a row of the register. */
export function ThingLink(props: { readonly shown: Shown; readonly kind: RegisterKind; readonly id: string; readonly name: string }) {
  const { shown, kind, id, name } = props;
  return (
    <Link to="/register" search={searchOf({ ...shown, view: 'oppslag', kind, id }) as never} className="thing-link">
      {name}
    </Link>
  );
}

export function PlaceLink(props: { readonly shown: Shown; readonly place: string; readonly name: string }) {
  return (
    <Link
      to="/register"
      search={searchOf({ ...props.shown, view: 'kart', kind: undefined, id: undefined, place: props.place }) as never}
      className="thing-link"
    >
      {props.name}
    </Link>
  );
}
