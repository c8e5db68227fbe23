import { createHash } from 'node:crypto';
import type { CallCentre, Clinic, Emc, Finding, Place, Service } from '@vakthavende/core/organisation';

/** A row and where it stands that it is so. */
export type Sourced<T> = T & { readonly source: string };

/** All that one reading of a list brings, before it is stored. */
export interface ListContent {
  readonly sourceName: string;
  readonly fileSha256: string;
  readonly records: readonly { readonly record: number; readonly raw: unknown }[];
  readonly places: readonly Sourced<Place>[];
  readonly emcs: readonly Sourced<Emc>[];
  readonly callCentres: readonly Sourced<CallCentre>[];
  readonly services: readonly Sourced<
    Service & {
      readonly record: number | undefined;
      readonly web: string | undefined;
      /** Source of each place served, where it is not the service's own. */
      readonly placeSources?: Readonly<Record<string, string>>;
    }
  >[];
  readonly clinics: readonly Sourced<Clinic>[];
  readonly findings: readonly Finding[];
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
