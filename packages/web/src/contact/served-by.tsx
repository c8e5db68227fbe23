import { useQuery } from '@tanstack/react-query';
import { getServedBy, type ServedByAnswer } from '@vakthavende/contract/organisation';
import { call } from '../app/index.ts';
import { clockText } from '../ui/index.ts';
import { servedTexts } from './served-by.nb.ts';

const fresh = 60_000;

/** Who has the duty for a place now. Asked again each minute: clinics open and close by the clock, without any event. */
export function useServedBy(place: string | undefined) {
  return useQuery({
    queryKey: ['organisation', 'served-by', place],
    // Enabled only with a place.
    queryFn: ({ signal }) => call(getServedBy, { query: { place: place ?? '' } }, signal),
    enabled: place !== undefined,
    staleTime: fresh,
    refetchInterval: fresh,
  });
}

export function placeNameOf(answer: ServedByAnswer | undefined, place: string): string {
  return answer?.place?.name ?? place;
}

/** The place by name and which clinic is open, in one line: `Bremanger → Bremanger legevakt`. A gap is said, not hidden. */
export function PlaceLine(props: { readonly place: string }) {
  const { data } = useServedBy(props.place);
  return (
    <span className="place-line">
      <span className="place-name">{placeNameOf(data, props.place)}</span>
      {data && (
        <span className="place-clinic" data-gap={data.kind === 'gap' && data.openClinics.length === 0} title={shortAnswer(data)}>
          → {shortAnswer(data)}
        </span>
      )}
    </span>
  );
}

function shortAnswer(answer: ServedByAnswer): string {
  const open = answer.openClinics.map((clinic) => clinic.name).join(', ');
  if (open) return open;
  if (answer.kind === 'ownGp') return servedTexts.ownGp;
  return answer.kind === 'served' ? (answer.services[0]?.name ?? '') : servedTexts.gap;
}

/** Which service and which clinic, with telephone and the comment of the list; or why nobody has the duty. */
export function ServedBy(props: { readonly place: string }) {
  const { data, isError } = useServedBy(props.place);
  if (isError) return <p className="quiet">{servedTexts.failed}</p>;
  if (!data) return <p className="quiet">{servedTexts.asking}</p>;
  const clinics = data.openClinics;
  return (
    <div className="served-by" data-kind={data.kind} role="status">
      {data.kind === 'served' ? (
        <p>
          <strong>{data.services[0]?.name}</strong> {servedTexts.hasDuty}
          {data.services[0]?.phones[0] && <span className="quiet tabular"> {data.services[0].phones[0]}</span>}
        </p>
      ) : data.kind === 'ownGp' ? (
        <p>
          <strong>{servedTexts.ownGp}.</strong> {data.text}
        </p>
      ) : (
        <p className="served-gap">
          <span aria-hidden="true">▲ </span>
          <strong>{servedTexts.gap}.</strong> {data.text}
          {data.reason.code === 'none-open' && data.reason.opensAt !== undefined && ` ${servedTexts.opens(clockText(data.reason.opensAt))}`}
        </p>
      )}
      {data.kind === 'served' && data.overlap && (
        <p className="quiet">{servedTexts.overlap(data.services.map((service) => service.name).join(', '))}</p>
      )}
      <p>
        {clinics.length > 0 ? servedTexts.open : servedTexts.noneOpen}{' '}
        {clinics.map((clinic) => [clinic.name, clinic.phone].filter(Boolean).join(' ')).join(' · ')}
      </p>
    </div>
  );
}
