import type { Complaint, Pack } from './pack.ts';

/**
 * Complaints where every word typed begins a word of the title or of one and the same synonym; titles first, else in the pack's order.
 * Nothing typed gives all.
 */
export function searchComplaints(pack: Pack, text: string): readonly Complaint[] {
  const typed = words(text);
  const inTitle = pack.complaints.filter((complaint) => begins(complaint.title, typed));
  const inSynonym = pack.complaints.filter(
    (complaint) => !inTitle.includes(complaint) && complaint.synonyms.some((synonym) => begins(synonym, typed)),
  );
  return [...inTitle, ...inSynonym];
}

function begins(phrase: string, typed: readonly string[]): boolean {
  const spoken = words(phrase);
  return typed.every((part) => spoken.some((word) => word.startsWith(part)));
}

/** Letters and digits in lower case; æ, ø and å are letters of their own. */
function words(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
