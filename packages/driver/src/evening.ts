import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { getDiagnoses, getPack } from '@vakthavende/contract/triage';
import type { Pack } from '@vakthavende/core/triage';
import { playClinics } from './clinics.ts';
import { defaultSpeed } from './evening-shape.ts';
import { operators } from './evening-staff.ts';
import { World } from './evening-world.ts';
import { createRandom } from './random.ts';
import { type Story, tellStory } from './story.ts';
import { Telephone } from './telephone.ts';

/*
 * Callers and staff of an ordinary evening in the demonstration area, through the public API alone. Times in the journal are the clock's;
 * the pace is that of arrivals and of what staff do (evening-shape.ts). It never ends by itself.
 */
const { values: flags } = parseArgs({
  options: { speed: { type: 'string', default: String(defaultSpeed) }, seed: { type: 'string', default: randomUUID() } },
});
const { VAKTHAVENDE_URL: baseUrl, VAKTHAVENDE_EXCHANGE_KEY: exchangeKey } = process.env;
const speed = Number(flags.speed);
if (baseUrl === undefined || exchangeKey === undefined || !(speed > 0 && speed <= 10_000)) {
  process.stderr.write('Kvelden trenger VAKTHAVENDE_URL, VAKTHAVENDE_EXCHANGE_KEY og et tempo over 0 (--speed 10).\n');
  process.exit(1);
}

const stopping = new AbortController();
const world = new World({ baseUrl, exchangeKey, speed, signal: stopping.signal, random: createRandom(flags.seed) });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);

try {
  await play();
} catch (error) {
  if (!stopping.signal.aborted) throw error;
}

async function play(): Promise<void> {
  const asker = operators['lvs-forde'][0] ?? '';
  // Complete by core's check before it is served.
  const pack = (await world.as(asker, getPack, {})) as unknown as Pack;
  const { codes } = await world.as(asker, getDiagnoses, {});
  const diagnoses = new Set(codes.map(({ code }) => code));
  const year = new Date().getFullYear();
  const stories = new Map<string, Story>();
  const tell = (contactId: string): Story => {
    const known = stories.get(contactId) ?? tellStory(createRandom(contactId), { pack, diagnoses, year });
    stories.set(contactId, known);
    return known;
  };
  const onPhone = new Set<string>();
  await Promise.all([new Telephone(world, { tell, onPhone }).play(), playClinics(world, { tell, onPhone })]);
}

/** Nothing is lost by stopping in the middle: what is written is on disk, and the next evening goes on from the lists. */
function stop(): void {
  stopping.abort();
  process.stdout.write(`${JSON.stringify(world.counts)}\n`, () => process.exit(0));
}
