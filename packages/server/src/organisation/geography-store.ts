import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDate } from '@vakthavende/core/kernel';
import { type Geography, geographyOf, type Municipality, type MunicipalityChange } from '@vakthavende/core/organisation';
import { z } from 'zod';
import { type Pool, transaction } from '../platform/database.ts';
import { readMunicipalities } from './municipalities.ts';

const folder = join(import.meta.dirname, '../../../../reference/municipalities');
const Day = z.iso.date().transform(localDate);
const Number4 = z.string().regex(/^\d{4}$/);
const Changes = z.object({ changes: z.array(z.strictObject({ date: Day, from: Number4, fromName: z.string(), to: Number4 })) });

/** The municipalities from 2012 on, as reference/municipalities has them. */
export async function referenceGeography(): Promise<Geography> {
  const [at2021, at2024, text] = await Promise.all([
    readMunicipalities('2021-12-31'),
    readMunicipalities('2024-01-01'),
    readFile(join(folder, 'changes-2012-2020.json'), 'utf8'),
  ]);
  const { changes } = Changes.parse(JSON.parse(text));
  const dated = (rows: typeof at2021) =>
    rows.map((row) => ({ ...row, population: { ...row.population, date: localDate(row.population.date) } }));
  return geographyOf({ at2021: dated(at2021), at2024: dated(at2024), changes });
}

/** Puts the municipalities in the database, where other programs may read them and every list stands on the same ones. */
export async function storeGeography(pool: Pool, { municipalities, changes }: Geography): Promise<void> {
  await transaction(pool, async (client) => {
    // Several processes start at once: one writes, the others find it written.
    await client.query('lock table register.municipality in exclusive mode');
    const { rows } = await client.query<{ same: boolean }>(
      `select coalesce((select jsonb_agg(details order by number, valid_from nulls first) from register.municipality), '[]') =
         (select jsonb_agg(d order by d->>'number', d->>'validFrom' nulls first) from jsonb_array_elements($1::jsonb) d) as same`,
      [JSON.stringify(municipalities)],
    );
    if (rows[0]?.same) return;
    await client.query('delete from register.municipality_change');
    await client.query('delete from register.municipality');
    await client.query(
      `insert into register.municipality (number, name, valid_from, valid_to, details)
       select d->>'number', d->>'name', (d->>'validFrom')::date, (d->>'validTo')::date, d from jsonb_array_elements($1::jsonb) d`,
      [JSON.stringify(municipalities)],
    );
    await client.query(
      `insert into register.municipality_change (changed_on, from_number, to_number, from_name)
       select date, "from", "to", "fromName" from jsonb_to_recordset($1::jsonb) as c(date date, "from" text, "to" text, "fromName" text)`,
      [JSON.stringify(changes)],
    );
  });
}

/** Undefined when nothing has been stored yet. */
export async function readGeography(pool: Pool): Promise<Geography | undefined> {
  const { rows: municipalities } = await pool.query<{ details: Municipality }>(
    'select details from register.municipality order by number, valid_from nulls first',
  );
  if (municipalities.length === 0) return undefined;
  const { rows: changes } = await pool.query<{ date: string; from: string; to: string; from_name: string }>(
    `select changed_on::text as date, from_number as "from", to_number as "to", from_name from register.municipality_change
     order by changed_on, from_number, to_number`,
  );
  return {
    // Written by storeGeography from the same type.
    municipalities: municipalities.map(({ details }) => ({ ...details, validFrom: details.validFrom, validTo: details.validTo })),
    changes: changes.map(({ date, from, to, from_name }): MunicipalityChange => ({ date: localDate(date), from, to, fromName: from_name })),
  };
}

/** What is in the database; the first process of a new version puts it there. */
export async function geographyIn(pool: Pool): Promise<Geography> {
  await storeGeography(pool, await referenceGeography());
  const stored = await readGeography(pool);
  if (!stored) throw new Error('register.municipality is empty');
  return stored;
}
