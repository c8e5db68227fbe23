import { useEffect } from 'react';
import { texts } from './texts.nb.ts';

/** The document's title: `Kø (3) – Sentral – Vakthavende`. No person data: titles are kept in the browser's history. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, texts.product].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
