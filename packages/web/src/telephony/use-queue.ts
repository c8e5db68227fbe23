import { getQueue } from '@vakthavende/contract/telephony';
import { useLiveView } from '../live/index.ts';

/** The queue of a call centre, live. */
export function useQueue(unit: string) {
  return useLiveView(getQueue, { query: { unit } }, { live: { streams: ['call:'], units: [unit] }, enabled: unit !== '' });
}
