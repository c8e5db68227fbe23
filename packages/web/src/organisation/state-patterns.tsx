import type { PlaceState } from './place-state.ts';

/**
 * The fills of the states, told apart without colour: hatched gap, crossed overlap, dotted own GP, dashed unknown. In the document once a
 * drawing, under ids that begin with the drawing's own.
 */
export function StatePatterns({ id, scale = 1 }: { readonly id: string; readonly scale?: number }) {
  const transform = `scale(${scale})`;
  const shared = { patternUnits: 'userSpaceOnUse', patternTransform: transform } as const;
  return (
    <defs>
      <pattern id={`${id}-gap`} width="7" height="7" {...shared}>
        <rect className="state-gap-ground" width="7" height="7" />
        <path className="state-gap-line" d="M-1,8L8,-1M-1,1L1,-1M6,8L8,6" />
      </pattern>
      <pattern id={`${id}-overlap`} width="7" height="7" {...shared}>
        <rect className="state-overlap-ground" width="7" height="7" />
        <path className="state-overlap-line" d="M0,3.5H7M3.5,0V7" />
      </pattern>
      <pattern id={`${id}-ownGp`} width="6" height="6" {...shared}>
        <rect className="state-own-gp-ground" width="6" height="6" />
        <circle className="state-own-gp-dot" cx="3" cy="3" r="1.1" />
      </pattern>
      <pattern id={`${id}-unknown`} width="6" height="6" {...shared}>
        <rect className="state-unknown-ground" width="6" height="6" />
        <path className="state-unknown-line" d="M1,1.5H3.5M4,4.5H6" />
      </pattern>
    </defs>
  );
}

/** The `fill` of a shape in the state; served and unlisted have a plain colour of the style sheet. */
export function stateFill(id: string, state: PlaceState): string {
  switch (state) {
    case 'served':
      return 'var(--served)';
    case 'unlisted':
      return 'var(--unlisted)';
    default:
      return `url(#${id}-${state})`;
  }
}

/** A small square with the state's fill, beside its name. */
export function StateMark({ id, state }: { readonly id: string; readonly state: PlaceState }) {
  return (
    <svg className="state-mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2" fill={stateFill(id, state)} data-state={state} />
    </svg>
  );
}
