import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Area, deskArea } from './bench/area.ts';
import { coresBetween, cpuTimes } from './bench/cpu.ts';
import { LeanClient } from './bench/lean-client.ts';
import { type LoadResult, runLoad } from './bench/load.ts';
import { machineLines } from './bench/machine.ts';
import { holds, type Run, runLine, runsLines, table } from './bench/report.ts';
import { Screens } from './bench/screens.ts';
import { type ServerProcess, startServer, withDataDir } from './bench/server-process.ts';

/*
 * npm run bench:live: operators driving whole contacts through the HTTP API, open loop, with 200 open screens that listen.
 * What is measured and how is said in docs/performance.md.
 */
const { values: flags } = parseArgs({
  options: {
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string' },
    runs: { type: 'string' },
    screens: { type: 'string', default: '200' },
    /** Under a minute: one short run of each kind, no search. Says whether it works, not how fast it is. */
    quick: { type: 'boolean', default: false },
    /** Only one of them: spread, one-unit, spread-delay, one-unit-delay, search. */
    only: { type: 'string' },
    /** Where the database lies, and stays: on the disk to be measured. A temporary folder unless told. */
    data: { type: 'string' },
    /** A folder for the server's CPU profile. */
    profile: { type: 'string' },
  },
});
const plan = {
  rate: Number(flags.rate),
  screens: Number(flags.screens),
  seconds: Number(flags.seconds ?? (flags.quick ? 5 : 20)),
  warmUpSeconds: Number(flags['warm-up'] ?? (flags.quick ? 3 : 10)),
  runs: Number(flags.runs ?? (flags.quick ? 1 : 3)),
};
/** Stands for the way to a synchronous replica and back. */
const replicaDelay = 3_000;

const scenarios = [
  { name: 'spread', title: 'Spread over units', spread: true, commitDelay: undefined },
  { name: 'one-unit', title: 'All on one unit', spread: false, commitDelay: undefined },
  { name: 'spread-delay', title: 'Spread over units, commit delay 3 ms', spread: true, commitDelay: replicaDelay },
  { name: 'one-unit-delay', title: 'All on one unit, commit delay 3 ms', spread: false, commitDelay: replicaDelay },
] as const;

say(`npm run bench:live · ${new Date().toISOString().slice(0, 10)}`, ...machineLines(), '');
await withDataDir(flags.data, async (dataDir) => {
  for (const scenario of scenarios) {
    if (!isWanted(scenario.name)) continue;
    const { commitDelay } = scenario;
    const server = await startServer({ dataDir, profileTo: flags.profile, ...(commitDelay === undefined ? {} : { commitDelay }) });
    const runs: Run[] = [];
    try {
      const area = await deskArea(server.url, scenario.spread);
      say(`## ${scenario.title}: ${plan.rate} commands/s, ${plan.screens} screens, ${plan.seconds} s after ${plan.warmUpSeconds} s`);
      for (let run = 0; run < plan.runs; run++) {
        runs.push(await oneRun({ server, area, rate: plan.rate, seconds: plan.seconds, warmUpSeconds: plan.warmUpSeconds }));
        say(runLine(runs.at(-1)));
      }
      say(...runsLines(runs), '');
    } finally {
      await server.stop();
    }
  }
  if (!flags.quick && isWanted('search')) await search(dataDir);
});

interface Asked {
  readonly server: ServerProcess;
  readonly area: Area;
  readonly rate: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

async function oneRun({ server, area, rate, seconds, warmUpSeconds }: Asked): Promise<Run> {
  const screens = await Screens.open(server.url, area.groups(plan.screens));
  const client = new LeanClient(server.url, 64);
  let from = cpuTimes(server.pid);
  let to = from;
  let busy = performance.eventLoopUtilization();
  try {
    const load: LoadResult = await runLoad({
      client,
      exchangeKey: server.exchangeKey,
      desks: area.desks,
      rate,
      warmUpSeconds,
      seconds,
      announce: screens.announce,
      onMeasuring: (begins) => {
        if (begins) {
          from = cpuTimes(server.pid);
          busy = performance.eventLoopUtilization();
        } else {
          to = cpuTimes(server.pid);
          busy = performance.eventLoopUtilization(busy);
        }
      },
    });
    // The feed may still be telling the last.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return { rate, load, screens: screens.take(), cores: coresBetween(from, to), driverLoop: busy.utilization };
  } finally {
    screens.close();
    client.close();
  }
}

/** The highest rate that holds (p99 under 50 ms, everything acknowledged), by steps of a quarter and then halving. */
async function search(dataDir: string): Promise<void> {
  const server = await startServer({ dataDir });
  try {
    const area = await deskArea(server.url, true);
    const tried: Run[] = [];
    const tryRate = async (rate: number) => {
      tried.push(await oneRun({ server, area, rate, seconds: 10, warmUpSeconds: 5 }));
      return holds(tried.at(-1));
    };
    let [good, bad] = (await tryRate(plan.rate)) ? [plan.rate, Number.POSITIVE_INFINITY] : [0, plan.rate];
    for (let probes = 0; probes < 7 && bad - good > plan.rate / 20; probes++) {
      const rate = Math.round(good === 0 ? bad * 0.75 : bad === Number.POSITIVE_INFINITY ? good * 1.25 : (good + bad) / 2);
      if (await tryRate(rate)) good = rate;
      else bad = rate;
    }
    say('## Highest rate that holds (10 s after 5 s, 200 screens spread over units)', ...table(tried));
    say(`Holds: ${good} commands/s with p99 under 50 ms`, '');
  } finally {
    await server.stop();
  }
}

function isWanted(name: string): boolean {
  return flags.only === undefined ? !flags.quick || !name.startsWith('one-unit-') : flags.only === name;
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
