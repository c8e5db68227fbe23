import type { coresBetween } from './cpu.ts';
import type { Latencies } from './latencies.ts';
import type { LoadResult } from './load.ts';
import type { ScreensResult } from './screens.ts';

export interface Run {
  readonly rate: number;
  readonly load: LoadResult;
  readonly screens: ScreensResult;
  readonly cores: ReturnType<typeof coresBetween>;
  /** Share of the time that the driver's event loop was busy: near one, the driver is what is measured. */
  readonly driverLoop: number;
}

/** What the system is held to (architecture, "What must hold"). */
const commandTarget = 50;
const screenTarget = 250;

export function holds(run: Run | undefined): boolean {
  if (!run) return false;
  const { commands, acknowledgedPerSecond, failures } = run.load;
  return commands.quantile(0.99) < commandTarget && acknowledgedPerSecond > run.rate * 0.99 && failures.size === 0;
}

const header = [
  '| rate/s | acknowledged/s | p50 | p95 | p99 | max | under 50 ms | exchange events/s, p99 | screens told p50 / p99 / max | within 250 ms | missing | cores: server, PostgreSQL, driver, others |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
];

export function table(runs: readonly Run[]): readonly string[] {
  return [...header, ...runs.map(row)];
}

export function runLine(run: Run | undefined): string {
  return run ? row(run) : '';
}

/** The median run by p99, with the verdicts. */
export function runsLines(runs: readonly Run[]): readonly string[] {
  const median = runs.toSorted((a, b) => a.load.commands.quantile(0.99) - b.load.commands.quantile(0.99))[Math.floor(runs.length / 2)];
  if (!median) return [];
  const { load, screens } = median;
  const verdict = (held: boolean) => (held ? 'holds' : 'DOES NOT HOLD');
  const perCommand = median.cores ? (median.cores.server / load.acknowledgedPerSecond) * 1e6 : undefined;
  const failures = runs.flatMap((run) => [...run.load.failures].map(([what, count]) => `${count} × ${what}`));
  return [
    ...header,
    row(median),
    `Commands: ${verdict(holds(median))} (p99 ${ms(load.commands.quantile(0.99))} < ${commandTarget} ms, median of ${runs.length})`,
    `Screens:  ${verdict(screens.missing === 0 && screens.told.quantile(0.99) < screenTarget)} (p99 ${ms(screens.told.quantile(0.99))} < ${screenTarget} ms from when the command was due, ${screens.told.count} tellings, ${screens.missing} missing)`,
    `Time:     ${perCommand === undefined ? 'processor times unknown here' : `${perCommand.toFixed(0)} µs of the server's processor time per command, everything else that it did included`}; the driver's event loop busy ${percent(median.driverLoop)}`,
    ...(failures.length === 0 ? [] : [`Not acknowledged: ${failures.join(', ')}`]),
  ];
}

function row({ rate, load, screens, cores }: Run): string {
  const { commands, exchange } = load;
  const cells = [
    rate,
    load.acknowledgedPerSecond.toFixed(0),
    ...quantiles(commands, [0.5, 0.95, 0.99]),
    ms(commands.longest),
    percent(commands.shareUnder(commandTarget)),
    `${load.exchangeEventsPerSecond.toFixed(0)}, ${ms(exchange.quantile(0.99))}`,
    `${quantiles(screens.told, [0.5, 0.99]).join(' / ')} / ${ms(screens.told.longest)}`,
    percent(screens.told.shareUnder(screenTarget)),
    screens.missing,
    cores ? [cores.server, cores.postgres, cores.driver, cores.others].map((each) => each.toFixed(2)).join(', ') : 'unknown',
  ];
  return `| ${cells.join(' | ')} |`;
}

function quantiles(of: Latencies, shares: readonly number[]): readonly string[] {
  return shares.map((share) => ms(of.quantile(share)));
}

function ms(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0.99 ? 2 : 1)} %`;
}
