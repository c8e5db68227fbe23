import type { Recorded } from '@vakthavende/core/kernel';
import { journalContract } from './journal-contract.ts';
import { MemoryJournal } from './memory-journal.ts';
import { type RoomEvent, type Ward, wardKind } from './rooms.ts';

journalContract('in memory', async () => {
  const store = new MemoryJournal<Ward, RoomEvent>(wardKind);
  return {
    store,
    elsewhere: store,
    // As another version wrote it: not today's type.
    plant: async (stream, recorded) => store.plant(stream, recorded as Recorded<RoomEvent>, 1),
  };
});
