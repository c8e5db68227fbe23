import type { RegisterKind } from '@vakthavende/contract/organisation';
import { Empty } from '../../../ui/index.ts';
import { currentRow } from '../browse/things.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { ArrangementPage } from './arrangement-page.tsx';
import { DistrictPage } from './district-page.tsx';
import { CallCentrePage, ClinicPage, PlainPage } from './unit-pages.tsx';

/** A row of the register as it is around the day, with its week, its periods and its history. */
export function ThingPage(props: RegisterPart & { readonly kind: RegisterKind; readonly id: string }) {
  const { data } = props.loaded.register.now;
  const find = <T extends Parameters<typeof currentRow>[0][number]>(rows: readonly T[]) =>
    currentRow(
      rows.filter(({ id }) => id === props.id),
      props.date,
    );
  const missing = <Empty title={texts.thing.missing} />;
  switch (props.kind) {
    case 'districts': {
      const row = find(data.districts);
      return row ? <DistrictPage {...props} row={row} /> : missing;
    }
    case 'arrangements': {
      const row = find(data.arrangements);
      return row ? <ArrangementPage {...props} row={row} /> : missing;
    }
    case 'clinics': {
      const row = find(data.clinics);
      return row ? <ClinicPage {...props} row={row} /> : missing;
    }
    case 'callCentres': {
      const row = find(data.callCentres);
      return row ? <CallCentrePage {...props} row={row} /> : missing;
    }
    case 'emcs':
    case 'vehicles':
    case 'parts': {
      const row = find(data[props.kind]);
      return row ? <PlainPage {...props} kind={props.kind} row={row} /> : missing;
    }
  }
}
