import type { Instant, Interval, LocalDate } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import type { Arrangement, CallCentre, Clinic } from './model.ts';

/** Why nobody has the duty. The law asks for a doctor at all times, so each of these is a finding. */
export type GapReason =
  /** No such place on that day: never heard of, or the number was not in use and cannot be carried to one that was. */
  | { readonly code: 'unknown-place' }
  /** No arrangement in force lists the municipality or the part. */
  | { readonly code: 'not-listed' }
  /** Arrangements in force list it, but the source gives no opening hours for any of them. */
  | { readonly code: 'hours-unknown'; readonly services: readonly Arrangement[] }
  /** Arrangements in force list it, none is open now. `opensAt` undefined: nothing opens within five weeks. */
  | { readonly code: 'none-open'; readonly services: readonly Arrangement[]; readonly opensAt: Instant | undefined };

interface Common {
  /** Who answers 116117 for the place, whether or not a service is open. Undefined where the register does not tell. */
  readonly callCentre: CallCentre | undefined;
  /** Premises that receive from this place now; nurses may be there while no doctor is on duty. */
  readonly openClinics: readonly Clinic[];
}

export interface Served extends Common {
  readonly kind: 'served';
  /** At least one, most specific first. */
  readonly services: readonly [Arrangement, ...Arrangement[]];
  /** True when several have the duty at the same time: the first is the answer, the register should say which. */
  readonly overlap: boolean;
}

/** Daytime without a day service: one's own GP. Who has no GP here is told to ring 116117. */
export interface OwnGp extends Common {
  readonly kind: 'ownGp';
  readonly services: readonly [Arrangement, ...Arrangement[]];
}

export interface Gap extends Common {
  readonly kind: 'gap';
  readonly reason: GapReason;
}

/** Who serves a place at an instant: exactly one of three. */
export type ServedBy = Served | OwnGp | Gap;

/** Half-open intervals of instants, in order, none touching another with the same content. */
export interface PlaceCoverage {
  readonly place: PlaceId;
  /** Arrangements, if any, of which no hours are known in the span: then a gap is a lack of knowledge. */
  readonly hoursUnknown: boolean;
  readonly gaps: readonly Interval<Instant>[];
  readonly overlaps: readonly OverlapSpan[];
}

export interface OverlapSpan extends Interval<Instant> {
  /** Two or more, most specific first. */
  readonly services: readonly Arrangement[];
}

export interface MemberOn {
  readonly place: PlaceId;
  readonly since: LocalDate;
}
