import { useQuery } from '@tanstack/react-query';
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

async function loadRegister(list: string | undefined, asKnownAt: Instant | undefined, signal: AbortSignal): Promise<LoadedRegister> {
  const query = { list, asKnownAt: asKnownAt && new Date(asKnownAt).toISOString() };
  const [answer, geography] = await Promise.all([call(getRegister, { query: known(query) }, signal), loadGeography()]);
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
