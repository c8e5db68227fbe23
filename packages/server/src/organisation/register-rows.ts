import { type RegisterKind, registerKinds } from '@vakthavende/contract/organisation';
import type { RegisterData, Versioned } from '@vakthavende/core/organisation';

/** The rows of one list, without the municipalities that every list stands on. */
export type RegisterContent = Pick<RegisterData, RegisterKind>;
export type RowOf<Kind extends RegisterKind> = RegisterContent[Kind][number];
export type AnyRegisterRow = { readonly [Kind in RegisterKind]: { readonly kind: Kind; readonly row: RowOf<Kind> } }[RegisterKind];

export const emptyContent: RegisterContent = {
  parts: [],
  emcs: [],
  callCentres: [],
  districts: [],
  clinics: [],
  vehicles: [],
  arrangements: [],
};

/** Every row with its kind, in the order that they refer to each other. */
export function rowsOf(content: RegisterContent): readonly AnyRegisterRow[] {
  // Kind and row come from the same key.
  return registerKinds.flatMap((kind) => (content[kind] as readonly Versioned[]).map((row) => ({ kind, row }) as AnyRegisterRow));
}

export function contentOf(rows: readonly AnyRegisterRow[]): RegisterContent {
  const of = <Kind extends RegisterKind>(kind: Kind) =>
    // Filtered by the kind that the row belongs to.
    rows.flatMap((each) => (each.kind === kind ? [each.row] : [])) as unknown as RegisterContent[Kind];
  return {
    parts: of('parts'),
    emcs: of('emcs'),
    callCentres: of('callCentres'),
    districts: of('districts'),
    clinics: of('clinics'),
    vehicles: of('vehicles'),
    arrangements: of('arrangements'),
  };
}

/** All that a row says but when it was known, the same text for the same content whatever the order of its keys. */
export function contentText({ kind, row: { known: _, ...content } }: AnyRegisterRow): string {
  return `${kind} ${canonical(content)}`;
}

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, each]) => each !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** The same, to the types of what is sent: those of schemas are not read-only. */
export type Writable<T> = T extends string | number | boolean | undefined ? T : { -readonly [Key in keyof T]: Writable<T[Key]> };

export function forWire<T>(value: T): Writable<T> {
  // Only the readonly marks differ; what is sent is written to JSON at once.
  return value as Writable<T>;
}
