import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Slug } from '@vakthavende/contract/kernel';
import type pg from 'pg';
import { z } from 'zod';
import type { DemoPerson } from '../platform/login/index.ts';

const file = join(import.meta.dirname, '../../../../reference/demo-area/staff.json');

const DemoStaff = z.strictObject({
  about: z.string(),
  validFrom: z.iso.datetime({ offset: true }),
  staff: z.array(
    z.strictObject({
      staffId: Slug,
      name: z.string().min(1),
      title: z.string().min(1),
      phone: z.exactOptional(z.string()),
      assignments: z.array(
        z.strictObject({
          role: z.enum(['operator', 'nurse', 'doctor', 'manager', 'rosterPlanner', 'nationalEditor']),
          unit: Slug,
        }),
      ),
    }),
  ),
});
type DemoStaff = z.output<typeof DemoStaff>;

/** The invented people, in the order of the file: the list that the demonstration's login shows. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const { staff } = await readDemoStaff();
  return staff.map(({ staffId, name, title }) => ({ subject: staffId, name, title }));
}

/** Puts the invented people in the register. A second time it changes nothing, nor what was changed by hand in between. */
export async function seedDemoStaff(pool: pg.Pool): Promise<void> {
  const { staff, validFrom } = await readDemoStaff();
  const people = JSON.stringify(staff.map((person) => ({ ...person, phone: person.phone ?? null })));
  const held = JSON.stringify(staff.flatMap(({ staffId, assignments }) => assignments.map((each) => ({ staffId, ...each }))));
  // One statement, so one transaction. An assignment is added only with its person: one that was ended by hand stays ended.
  await pool.query(
    `with person as (select * from jsonb_to_recordset($1::jsonb) as p("staffId" text, name text, title text, phone text)),
          added as (
            insert into organisation.staff (staff_id, name, title, phone) select "staffId", name, title, phone from person
            on conflict (staff_id) do nothing returning staff_id),
          known as (
            insert into organisation.staff_identity (kind, provider, value, staff_id) select 'subject', 'demo', staff_id, staff_id from added
            on conflict do nothing)
     insert into organisation.assignment (staff_id, role, unit, valid_from)
     select staff_id, role, unit, $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as a("staffId" text, role text, unit text) join added on added.staff_id = "staffId"`,
    [people, held, validFrom],
  );
}

async function readDemoStaff(): Promise<DemoStaff> {
  return DemoStaff.parse(JSON.parse(await readFile(file, 'utf8')));
}
