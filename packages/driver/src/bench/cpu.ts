import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Seconds of processor time since each began. */
export interface CpuTimes {
  readonly server: number;
  readonly postgres: number;
  readonly driver: number;
  /** All processes of the machine. */
  readonly machine: number;
  readonly at: number;
}

/** Linux counts processor time in hundredths of a second. */
const perSecond = 100;

/** The server's and its PostgreSQL's own times from /proc; undefined where there is none (macOS). */
export function cpuTimes(serverPid: number): CpuTimes | undefined {
  try {
    const driver = process.cpuUsage();
    return {
      server: ownTime(serverPid),
      postgres: descendants(serverPid).reduce((sum, pid) => sum + ownTime(pid) + endedTime(pid), 0),
      driver: (driver.user + driver.system) / 1e6,
      machine: cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000,
      at: performance.now() / 1000,
    };
  } catch {
    return undefined;
  }
}

/** Cores in use on average between the two, by whom. */
export function coresBetween(from: CpuTimes | undefined, to: CpuTimes | undefined) {
  if (!from || !to) return undefined;
  const per = (what: 'server' | 'postgres' | 'driver' | 'machine') => (to[what] - from[what]) / (to.at - from.at);
  const [server, postgres, driver, machine] = [per('server'), per('postgres'), per('driver'), per('machine')];
  return { server, postgres, driver, others: Math.max(0, machine - server - postgres - driver) };
}

function stat(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces; the state comes after it.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function ownTime(pid: number): number {
  try {
    const fields = stat(pid);
    return (Number(fields[11]) + Number(fields[12])) / perSecond;
  } catch {
    // It ended between the listing and the reading.
    return 0;
  }
}

/** Of children that have ended: connections come and go, and what they used must not go with them. */
function endedTime(pid: number): number {
  try {
    const fields = stat(pid);
    return (Number(fields[13]) + Number(fields[14])) / perSecond;
  } catch {
    return 0;
  }
}

function descendants(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(stat(Number(name))[1]));
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const found: number[] = [];
  const follow = (parent: number) => {
    for (const [child, its] of parents) {
      if (its !== parent) continue;
      found.push(child);
      follow(child);
    }
  };
  follow(pid);
  return found;
}
