import { type QueryClient, useQuery } from '@tanstack/react-query';
import { getLists, getRegister } from '@vakthavende/contract/organisation';
import type { Instant } from '@vakthavende/core/kernel';
import { compileRegister, type Geography, type Register } from '@vakthavende/core/organisation';
import { call } from '../app/api.ts';

/** A list of the register in the browser: core's rules answer from it at once, for every place and minute. */
export interface LoadedRegister {
  readonly list: string;
  readonly title: string;
  readonly version: number;
  readonly register: Register;
}

/** Everything of the register in the browser's memory; an edit makes all of it stale. */
export const registerKey = 'organisation-register';

export function useRegisterLists() {
  return useQuery({
    queryKey: [registerKey, getLists.path],
    queryFn: ({ signal }) => call(getLists, { query: undefined } as object, signal),
    select: ({ rows }) => rows,
    staleTime: 60_000,
  });
}

/** @param list left out: the list that live calls are routed by. @param asKnownAt as the register knew it then; left out: now. */
export function useRegister(list: string | undefined, asKnownAt?: Instant) {
  return useQuery({
    queryKey: [registerKey, getRegister.path, list, asKnownAt],
    queryFn: ({ signal }) => loadRegister(list, asKnownAt, signal),
    staleTime: 60_000,
    // Compared by identity: what is compiled is not plain data.
    structuralSharing: false,
  });
}

/** Versions that an edit of this page made: a server that keeps the list in memory may give an older one for a moment. */
const made = new Map<string, number>();

/** After an edit: everything of the register is asked for anew, and not taken before it has the edit. */
export async function refreshRegister(client: QueryClient, list: string, version: number): Promise<void> {
  made.set(list, version);
  await client.invalidateQueries({ queryKey: [registerKey, getRegister.path] });
  await client.invalidateQueries({ queryKey: [registerKey] });
}

const between = 400;
const tries = 10;

async function askUntilMade(query: Parameters<typeof ask>[0], signal: AbortSignal): ReturnType<typeof ask> {
  for (let i = 1; ; i += 1) {
    const answer = await ask(query, signal);
    if (query.asKnownAt !== undefined || answer.version >= (made.get(answer.list) ?? 0) || i === tries) return answer;
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

function ask(query: { readonly list?: string; readonly asKnownAt?: string }, signal: AbortSignal) {
  return call(getRegister, { query }, signal);
}

async function loadRegister(list: string | undefined, asKnownAt: Instant | undefined, signal: AbortSignal): Promise<LoadedRegister> {
  const query = { list, asKnownAt: asKnownAt && new Date(asKnownAt).toISOString() };
  const [answer, geography] = await Promise.all([askUntilMade(known(query), signal), loadGeography()]);
  const register = compileRegister({ list: answer.list, ...geography, ...answer.rows }, asKnownAt);
  return { list: answer.list, title: answer.title, version: answer.version, register };
}

/** The municipalities with their numbers over time: part of the application, fetched once. */
export async function loadGeography(): Promise<Geography> {
  return (await import('virtual:geography')).data;
}

function known<T extends Record<string, unknown>>(query: T): { [K in keyof T]?: NonNullable<T[K]> } {
  // Only the keys without a value are taken away.
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}
