import { texts } from './texts.nb.ts';

export type UrgencyColour = 'red' | 'yellow' | 'green';

/**
 * Urgency as letter, shape, colour and words: A in an octagon (rød – akutt), H in a triangle (gul – haster), V in a circle (grønn – vanlig).
 * Colour never carries it alone. `label` replaces the words where another axis uses the colour for something else.
 */
export function UrgencyMark(props: {
  readonly urgency: UrgencyColour | undefined;
  readonly text?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly label?: string | undefined;
}) {
  const known = props.urgency && texts.urgency[props.urgency];
  const name = known ? (props.label ?? `${known.name} – ${known.word}`) : texts.notAssessed;
  const size = { sm: 18, md: 22, lg: 32 }[props.size ?? 'md'];
  return (
    <span className="urgency" data-urgency={props.urgency ?? 'none'} data-size-mark={props.size ?? 'md'}>
      <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
        {shape(props.urgency)}
        <text x="12" y={props.urgency === 'yellow' ? 19.2 : 16.6} textAnchor="middle" fontSize={props.urgency === 'yellow' ? 11 : 13}>
          {known ? known.letter : '–'}
        </text>
      </svg>
      <span className={props.text ? 'urgency-words' : 'ds-sr-only'}>{name}</span>
    </span>
  );
}

function shape(urgency: UrgencyColour | undefined) {
  switch (urgency) {
    case 'red':
      return <polygon points="7.4,1 16.6,1 23,7.4 23,16.6 16.6,23 7.4,23 1,16.6 1,7.4" />;
    case 'yellow':
      return <polygon points="12,1.2 23.4,22.2 0.6,22.2" />;
    case 'green':
      return <circle cx="12" cy="12" r="11" />;
    default:
      return <rect x="2" y="2" width="20" height="20" rx="3" strokeDasharray="3 3" />;
  }
}
