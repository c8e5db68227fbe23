import type { Instant } from '@vakthavende/core/kernel';
import { localDate } from '@vakthavende/core/kernel';
import {
  type ClinicKind,
  type Place,
  type Premises,
  type RegisterSnapshot,
  registerOfSnapshot,
  type Service,
} from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { importContent } from './register-store.ts';

type CallCentre = RegisterSnapshot['callCentres'][number];
type Clinic = RegisterSnapshot['clinics'][number];
type Emc = RegisterSnapshot['emcs'][number];

/** Carries lists that stand in the first tables (migration 0010) over to the register, each once. What they leave open stays unknown. */
export async function carryFirstTables(pool: Pool, now: Instant): Promise<void> {
  const { rows } = await pool.query<{ id: string; current_batch: number }>(
    `select id, current_batch from organisation.list l where current_batch is not null
       and exists (select from organisation.service s where s.batch = l.current_batch)
       and not exists (select from register.edit e where e.list = l.id)`,
  );
  for (const { id: list, current_batch: batch } of rows) {
    const snapshot = await loadSnapshot(pool, list, batch);
    // Both lists of the first tables say of which year they are.
    const from = localDate(list === 'demo-2021' ? '2021-01-01' : '2013-01-01');
    const {
      list: _,
      municipalities: __,
      changes: ___,
      ...content
    } = registerOfSnapshot(snapshot, {
      valid: { from },
      known: { from: now },
      source: `${list}, overført fra de første tabellene`,
    });
    const reason = 'Overført fra registerets første tabeller';
    await importContent(pool, { list, content, actor: 'import:first-tables', reason, now, batch });
  }
}

/** Reads one batch into memory. Its rows never change, so the queries need no common snapshot. */
async function loadSnapshot(pool: Pool, list: string, batch: number): Promise<RegisterSnapshot> {
  const [services, callCentres, emcs, clinics, places] = await Promise.all([
    loadServices(pool, batch),
    loadCallCentres(pool, batch),
    loadEmcs(pool, batch),
    loadClinics(pool, batch),
    loadPlaces(pool, batch),
  ]);
  return { list, services, callCentres, emcs, clinics, places };
}

/** Rows are parsed by their table's constraints: ids, kinds and windows cannot be otherwise in the database. */
interface WindowJson {
  readonly from: number;
  readonly to: number;
}

const windowsOf = (owner: 'service' | 'clinic') => `
  coalesce((select json_agg(json_build_object('from', w.from_minute, 'to', w.to_minute) order by w.from_minute, w.to_minute)
    from organisation.${owner}_window w where w.batch = o.batch and w.${owner} = o.id), '[]') as windows`;

const placesOf = (owner: 'service' | 'clinic') => `
  array(select p.place from organisation.${owner}_place p where p.batch = o.batch and p.${owner} = o.id order by p.place) as places`;

async function loadServices(pool: Pool, batch: number): Promise<readonly Service[]> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    phones: string[];
    call_centre: string | null;
    comment: string | null;
    windows: WindowJson[];
    places: string[];
  }>(
    `select o.id, o.name, o.phones, o.call_centre, o.comment, ${windowsOf('service')}, ${placesOf('service')}
     from organisation.service o where o.batch = $1 order by o.record, o.id`,
    [batch],
  );
  return rows.map(({ call_centre, comment, ...row }) => ({ ...row, callCentre: call_centre ?? undefined, comment: comment ?? undefined }));
}

async function loadClinics(pool: Pool, batch: number): Promise<readonly Clinic[]> {
  const { rows } = await pool.query<{
    id: string;
    service: string;
    name: string;
    kind: ClinicKind;
    premises: Premises | null;
    phone: string | null;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
    own_windows: boolean;
    windows: WindowJson[];
    places: string[];
  }>(
    `select o.id, o.service, o.name, o.kind, o.premises, o.phone, o.address, o.latitude, o.longitude, o.own_windows,
       ${windowsOf('clinic')}, ${placesOf('clinic')}
     from organisation.clinic o where o.batch = $1 order by o.kind, o.id`,
    [batch],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    service: row.service,
    premises: row.premises ?? undefined,
    phone: row.phone ?? undefined,
    address: row.address ?? undefined,
    position: row.latitude === null || row.longitude === null ? undefined : { latitude: row.latitude, longitude: row.longitude },
    windows: row.own_windows ? row.windows : undefined,
    onlyFor: row.places,
  }));
}

async function loadCallCentres(pool: Pool, batch: number): Promise<readonly CallCentre[]> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    local_number: string | null;
    overflow_partner: string | null;
    emc: string | null;
  }>('select id, name, local_number, overflow_partner, emc from organisation.call_centre where batch = $1 order by id', [batch]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    localNumber: row.local_number ?? undefined,
    overflowPartner: row.overflow_partner ?? undefined,
    emc: row.emc ?? undefined,
  }));
}

async function loadEmcs(pool: Pool, batch: number): Promise<readonly Emc[]> {
  const { rows } = await pool.query<{ id: string; name: string }>('select id, name from organisation.emc where batch = $1 order by id', [
    batch,
  ]);
  return rows;
}

async function loadPlaces(pool: Pool, batch: number): Promise<readonly Place[]> {
  const { rows } = await pool.query<{ id: string; municipality: string; part: string | null; name: string | null }>(
    'select id, municipality, part, name from organisation.place where batch = $1 order by id',
    [batch],
  );
  return rows.map((row) => ({ id: row.id, municipality: row.municipality, part: row.part ?? undefined, name: row.name ?? undefined }));
}
