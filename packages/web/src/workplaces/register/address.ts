import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { RegisterKind } from '@vakthavende/contract/organisation';
import { type Instant, instant, type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';
import { registerTables } from '@vakthavende/core/organisation';

export const views = ['kart', 'oppslag', 'funn', 'endringer'] as const;
export type View = (typeof views)[number];

/** What the page shows, as it stands in its address: it can be bookmarked, sent to a colleague and gone back from. */
export interface Shown {
  readonly view: View;
  /** Left out: the list that live calls are routed by. */
  readonly list: string | undefined;
  /** The register's row that is opened, of a kind. */
  readonly kind: RegisterKind | undefined;
  readonly id: string | undefined;
  readonly place: string | undefined;
  readonly date: LocalDate | undefined;
  /** Minute of the day on the clock. */
  readonly minute: number | undefined;
  /** As the register knew it then. */
  readonly asKnownAt: Instant | undefined;
}

export function useShown(): readonly [shown: Shown, show: (next: Partial<Shown>, replace?: boolean) => void] {
  const text = useRouterState({ select: (state) => state.location.searchStr });
  const navigate = useNavigate();
  const shown = shownIn(text);
  const show = (next: Partial<Shown>, replace = false) =>
    void navigate({ to: '.', search: () => searchOf({ ...shown, ...next }), replace });
  return [shown, show];
}

export function shownIn(searchText: string): Shown {
  const search = new URLSearchParams(searchText);
  // The router writes a text that could be read as a number within quotes: `sted="4602"`.
  const read = (name: string) => search.get(name)?.replace(/^"(.*)"$/, '$1') || undefined;
  const minute = /^(\d\d):(\d\d)$/.exec(read('kl') ?? '');
  const known = Number(read('kjent') ?? Number.NaN);
  return {
    view: views.find((view) => view === read('vis')) ?? 'kart',
    list: read('liste'),
    kind: registerTables.find((kind) => kind === read('slag')),
    id: read('id'),
    place: read('sted'),
    date: parseLocalDate(read('dag') ?? ''),
    minute: minute ? (Number(minute[1]) * 60 + Number(minute[2])) % 1440 : undefined,
    asKnownAt: Number.isSafeInteger(known) ? instant(known) : undefined,
  };
}

export function searchOf(shown: Shown): Readonly<Record<string, string>> {
  const { minute } = shown;
  const clock = minute === undefined ? undefined : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const all = {
    vis: shown.view === 'kart' ? undefined : shown.view,
    liste: shown.list,
    slag: shown.kind,
    id: shown.id,
    sted: shown.place,
    dag: shown.date,
    kl: clock,
    kjent: shown.asKnownAt?.toString(),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
