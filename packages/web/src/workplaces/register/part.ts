import type { LocalDate } from '@vakthavende/core/kernel';
import type { LoadedRegister } from '../../organisation/index.ts';
import type { Shown } from './address.ts';

/** What every page of the workplace works on. */
export interface RegisterPart {
  readonly loaded: LoadedRegister;
  readonly shown: Shown;
  readonly show: (next: Partial<Shown>, replace?: boolean) => void;
  /** The moment asked about: the address's, else now. */
  readonly date: LocalDate;
  readonly minute: number;
}
