import { parseArgs } from 'node:util';
import { addDays, instant, type LocalDate, localDate, osloDay } from '@vakthavende/core/kernel';
import { compileRegister, coverage, servedBy } from '@vakthavende/core/organisation';
import { fail, runCommand, withDatabase } from './command.ts';
import { helsenorgeList } from './helsenorge-content.ts';
import { createRegisters } from './registers.ts';

/** `npm run bench:register`: how fast the questions are, on one core, over a list with the whole country in it. */
const usage = `Bruk: npm run bench:register [-- --list LISTE --from ÅÅÅÅ-MM-DD]`;
const questions = 1_000_000;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: { list: { type: 'string', default: helsenorgeList }, from: { type: 'string', default: '2013-01-01' } },
  });
  const from: LocalDate = localDate(values.from);
  return withDatabase(async (pool) => {
    const registers = createRegisters(pool);
    const began = performance.now();
    const register = await registers.of(values.list);
    if (register.arrangements.length === 0) return fail(`Listen ${values.list} er tom. Les den inn først.`);
    console.log(`lest fra databasen og gjort klar: ${Math.round(performance.now() - began)} ms`);
    const fresh = compileRegister(register.data);
    const year = performance.now();
    const rows = coverage(fresh, 'all', { from: osloDay(from).from, to: osloDay(addDays(from, 365)).from });
    const found = rows.reduce((sum, { gaps, overlaps }) => sum + gaps.length + overlaps.length, 0);
    console.log(`hele landet i et år: ${rows.length} steder, ${found} hull og overlapp, ${Math.round(performance.now() - year)} ms`);
    const places = [...register.now.timelines.keys()];
    const start = osloDay(from).from;
    const asked = performance.now();
    let served = 0;
    // A step of 7 919 s, a prime: every minute of the week and every place come round.
    for (let i = 0; i < questions; i += 1) {
      const answer = servedBy(register, places[i % places.length] ?? '', instant(start + ((i * 7_919) % 31_536_000) * 1_000));
      if (answer.kind === 'served') served += 1;
    }
    const each = ((performance.now() - asked) * 1_000) / questions;
    console.log(`servedBy: ${each.toFixed(2)} µs hver (${questions} spørsmål, ${served} betjent)`);
    return 0;
  });
});
