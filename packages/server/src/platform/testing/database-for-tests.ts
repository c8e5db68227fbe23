import type { TestProject } from 'vitest/node';
import { createTemplate } from './template-database.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

interface Shared {
  users: number;
  readonly templateUrl: string;
  readonly stop: () => Promise<void>;
}

/** Vitest loads this once per project, each time as its own module; one cluster serves all projects of the run. */
// Nobody else knows the name, so nothing else lies under it.
const run = globalThis as { vakthavendeDatabase?: Promise<Shared> };

/** Vitest's global setup of the projects that need a database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.vakthavendeDatabase ??= begin();
  const shared = await run.vakthavendeDatabase;
  shared.users += 1;
  project.provide('templateUrl', shared.templateUrl);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await shared.stop();
  };
}

async function begin(): Promise<Shared> {
  const server = await startThrowawayPostgres();
  try {
    return { users: 0, templateUrl: await createTemplate(server.url), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
