import { data as coast } from 'virtual:coast';
import { Button } from '@digdir/designsystemet-react';
import type { Clinic, PlaceId } from '@vakthavende/core/organisation';
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react';
import { type PlaceState, StatePatterns, stateFill } from '../../../organisation/index.ts';
import { texts } from '../texts.nb.ts';
import { type Direction, neighbourOf, type Point } from './cells.ts';
import { drawing, surroundings } from './projection.ts';
import type { Shape, Shapes } from './shapes.ts';
import { around, moved, scaleOf, showing, type ViewBox, whole, zoomed } from './view-box.ts';

const t = texts.map;
const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export interface MapClinic {
  readonly clinic: Clinic;
  readonly at: Point;
  readonly open: boolean;
}

/** Norway with every municipality in its state. Arrow keys go from one to the next; plus and minus show more closely. */
export function MapDrawing(props: {
  readonly shapes: Shapes;
  readonly states: ReadonlyMap<PlaceId, PlaceState>;
  readonly clinics: readonly MapClinic[];
  /** What the list is about: the map opens on it. */
  readonly listed: ReadonlySet<PlaceId>;
  readonly selected: PlaceId | undefined;
  readonly onSelect: (place: PlaceId) => void;
}) {
  const id = useId();
  const { shapes } = props.shapes;
  const home = around(shapes.filter(({ place }) => props.listed.has(place)).map(({ centre }) => centre));
  const [box, setBox] = useState(home);
  const svg = useRef<SVGSVGElement>(null);
  const drag = useDrag(svg, box, setBox);
  const scale = scaleOf(box);
  const chosen = shapes.find(({ place }) => place === props.selected);
  useWheel(svg, (factor, point) => setBox((now) => zoomed(now, factor, point)));
  const go = (shape: Shape | undefined) => {
    if (!shape) return;
    props.onSelect(shape.place);
    setBox((now) => showing(now, shape.centre));
  };
  const press = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (direction) {
      const from = chosen ? shapes.indexOf(chosen) : -1;
      const points = shapes.map(({ centre }) => centre);
      go(shapes[from < 0 ? nearestTo(points, box) : neighbourOf(points, from, direction)]);
    } else if (event.key === '+') setBox(zoomed(box, 1.6, chosen?.centre));
    else if (event.key === '-') setBox(zoomed(box, 1 / 1.6));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="map-frame">
      {/* There is no element for a map: arrows choose in it, and the table beside says the same. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className="map-keys" role="application" aria-label={t.label} aria-describedby={`${id}-how`} tabIndex={0} onKeyDown={press}>
        <svg
          ref={svg}
          viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
          className="map-svg"
          data-zoomed={scale > 1.001}
          data-exact={props.shapes.exact}
          aria-hidden="true"
          onDoubleClick={(event) => setBox(zoomed(box, 2, pointAt(svg.current, event)))}
          {...drag.handlers}
        >
          <StatePatterns id={id} scale={1 / Math.sqrt(scale) / 1.2} />
          <rect
            className="map-sea"
            x={-surroundings}
            y={-surroundings}
            width={drawing.width + 2 * surroundings}
            height={drawing.height + 2 * surroundings}
          />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: for a pointer; the keyboard chooses with arrows on the frame */}
          <g onClick={(event) => !drag.moved() && selectOf(event.target, props.onSelect)}>
            {shapes.map((shape) => (
              <Municipality
                key={shape.place}
                id={id}
                shape={shape}
                state={props.states.get(shape.place) ?? 'unlisted'}
                close={scale > 2.5}
              />
            ))}
          </g>
          {props.shapes.exact ? <path className="map-neighbours" d={coast.neighbours} /> : <Mask close={scale > 2.5} />}
          {chosen && <ChosenOutline shape={chosen} exact={props.shapes.exact} />}
          <Clinics clinics={props.clinics} scale={scale} />
          {scale >= 3 && <Names shapes={shapes} box={box} scale={scale} />}
          {chosen && <Name shape={chosen} scale={scale} chosen />}
        </svg>
      </div>
      <p id={`${id}-how`} className="ds-sr-only">
        {t.how}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, without a fieldset's frame */}
      <div className="map-buttons" role="group" aria-label={t.zoom}>
        <Button variant="secondary" aria-label={t.closer} onClick={() => setBox(zoomed(box, 1.8, chosen?.centre))}>
          +
        </Button>
        <Button variant="secondary" aria-label={t.farther} onClick={() => setBox(zoomed(box, 1 / 1.8))} disabled={scale <= 1.001}>
          −
        </Button>
        <Button variant="secondary" onClick={() => setBox(home)}>
          {t.listArea}
        </Button>
        <Button variant="secondary" onClick={() => setBox(whole)} disabled={scale <= 1.001}>
          {t.wholeCountry}
        </Button>
      </div>
    </div>
  );
}

const Municipality = memo(function Municipality(props: {
  readonly id: string;
  readonly shape: Shape;
  readonly state: PlaceState;
  readonly close: boolean;
}) {
  return (
    <path
      className="map-shape"
      data-place={props.shape.place}
      data-state={props.state}
      d={props.close ? props.shape.path : props.shape.coarse}
      fill={stateFill(props.id, props.state)}
    >
      <title>{props.shape.name}</title>
    </path>
  );
});

/** The cells reach into the sea and other countries: those are drawn over them. */
const Mask = memo(function Mask({ close }: { readonly close: boolean }) {
  const [w, h] = [drawing.width + surroundings, drawing.height + surroundings];
  const land = close ? coast.norway : coast.coarse;
  return (
    <>
      <path className="map-mask" fillRule="evenodd" d={`M${-surroundings},${-surroundings}H${w}V${h}H${-surroundings}Z${land}`} />
      <path className="map-neighbours" d={coast.neighbours} />
      <path className="map-coast" d={land} />
    </>
  );
});

function ChosenOutline({ shape, exact }: { readonly shape: Shape; readonly exact: boolean }) {
  return <path className="map-chosen" d={shape.path} data-exact={exact} />;
}

const Clinics = memo(function Clinics({ clinics, scale }: { readonly clinics: readonly MapClinic[]; readonly scale: number }) {
  const size = 2.4 / scale ** 0.65;
  return (
    <g className="map-clinics">
      {clinics.map(({ clinic, at: [x, y], open }) => (
        <circle key={clinic.id} cx={x} cy={y} r={size} data-open={open} />
      ))}
    </g>
  );
});

function Names({ shapes, box, scale }: { readonly shapes: readonly Shape[]; readonly box: ViewBox; readonly scale: number }) {
  const seen = shapes.filter(({ centre: [x, y] }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  return seen.length > 90 ? null : seen.map((shape) => <Name key={shape.place} shape={shape} scale={scale} />);
}

function Name({ shape, scale, chosen }: { readonly shape: Shape; readonly scale: number; readonly chosen?: boolean }) {
  const [x, y] = shape.centre;
  return (
    <text className="map-name" x={x} y={y - 5 / scale} fontSize={16 / scale} strokeWidth={3.5 / scale} data-chosen={chosen}>
      {shape.name}
    </text>
  );
}

function selectOf(target: EventTarget, onSelect: (place: PlaceId) => void): void {
  const place = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : undefined;
  if (place) onSelect(place);
}

function nearestTo(points: readonly Point[], box: ViewBox): number {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const distances = points.map((point) => Math.hypot(point[0] - x, point[1] - y));
  return distances.indexOf(Math.min(...distances));
}

function pointAt(svg: SVGSVGElement | null, event: { readonly clientX: number; readonly clientY: number }): Point | undefined {
  const matrix = svg?.getScreenCTM()?.inverse();
  if (!matrix) return undefined;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return [x, y];
}

/** Ctrl and the wheel, and two fingers on a pad, which browsers tell as the same. The wheel alone scrolls the page. */
function useWheel(svg: React.RefObject<SVGSVGElement | null>, zoom: (factor: number, point: Point | undefined) => void): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = svg.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      latest.current(Math.exp(-event.deltaY / 300), pointAt(element, event));
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [svg]);
}

function useDrag(svg: React.RefObject<SVGSVGElement | null>, box: ViewBox, setBox: (box: ViewBox) => void) {
  const start = useRef<{ readonly x: number; readonly y: number; readonly box: ViewBox; moved: boolean }>(undefined);
  const ended = useRef(false);
  return {
    /** Whether the press that just ended moved the map, and so was no choice. */
    moved: () => ended.current,
    handlers: {
      onPointerDown: (event: React.PointerEvent) => {
        ended.current = false;
        if (event.button === 0) start.current = { x: event.clientX, y: event.clientY, box, moved: false };
      },
      onPointerMove: (event: React.PointerEvent) => {
        const from = start.current;
        const unit = svg.current?.getScreenCTM()?.a;
        if (!from || !unit) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        if (Math.hypot(dx, dy) > 4 && scaleOf(box) > 1) from.moved = true;
        if (from.moved) setBox(moved(from.box, -dx / unit, -dy / unit));
      },
      onPointerUp: () => {
        ended.current = start.current?.moved ?? false;
        start.current = undefined;
      },
      onPointerLeave: () => {
        start.current = undefined;
      },
    },
  };
}
