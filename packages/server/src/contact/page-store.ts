import type { Page } from '@vakthavende/core/contact';
import type { Instant } from '@vakthavende/core/kernel';
import type { Pool } from '../platform/database.ts';

/** A page on its way, as its gateway and its link need it. */
export interface KeptPage extends Omit<Page, 'delivery'> {
  readonly contactId: string;
  readonly text: string;
}

/** What the pager asks of storage beside the journal. */
export interface PageStore {
  /** Contacts that the pager should look at now, the longest due first. */
  readonly due: (at: Instant, most: number) => Promise<readonly string[]>;
  /** Before it is sent: the link in it must work from the first moment. Kept once. */
  readonly keep: (page: KeptPage) => Promise<void>;
}

export function pagesIn(pool: Pool): PageStore {
  return {
    due: async (at, most) => {
      const due = await pool.query<{ contact_id: string }>({
        name: 'pager-due',
        text: 'select contact_id from contact.row where page_at <= $1 order by page_at limit $2',
        values: [iso(at), most],
      });
      return due.rows.map((row) => row.contact_id);
    },
    keep: async ({ pageId, contactId, staffId, level, to, text, sentAt, answerBy }) => {
      await pool.query(
        `insert into contact.page (page_id, contact_id, staff_id, level, address, text, sent_at, answer_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (page_id) do nothing`,
        [pageId, contactId, staffId, level, to.address, text, iso(sentAt), iso(answerBy)],
      );
    },
  };
}

const iso = (at: Instant) => new Date(at).toISOString();
