import { getDemoPages, postPageAnswer } from '@vakthavende/contract/contact';
import { type Contact, type ContactEvent, type ContactRefusal, decideContact } from '@vakthavende/core/contact';
import { type Instant, instant } from '@vakthavende/core/kernel';
import type { FastifyInstance } from 'fastify';
import type { Pool } from '../platform/database.ts';
import type { Journal } from '../platform/journal.ts';
import { Refused } from '../platform/problems.ts';
import { type Authenticate, serve, staffOf } from '../platform/routes.ts';
import type { Sealer } from '../platform/seal.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { contactStream } from './contact-stream.ts';
import { pageOfToken, pageToken } from './page-token.ts';
import { answerTexts } from './pager-texts.nb.ts';

export interface PagerRouteDeps {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly contacts: Journal<Contact, ContactEvent>;
  readonly clock: () => Instant;
  readonly authenticate: Authenticate;
  readonly names: () => Promise<StaffNames>;
  readonly demo: boolean;
}

interface PageRow {
  readonly page_id: string;
  readonly contact_id: string;
  readonly staff_id: string;
  readonly level: 'primary' | 'backup';
  readonly address: string;
  readonly text: string;
  readonly sent_at: Date;
  readonly answer_by: Date;
  readonly paging: { readonly state: string; readonly at?: number; readonly acknowledgedBy?: string };
}

export function pagerRoutes(app: FastifyInstance, deps: PagerRouteDeps): void {
  serve(app, postPageAnswer, async ({ params }) => {
    const pageId = pageOfToken(deps.sealer, params.token);
    const page =
      pageId &&
      (
        await deps.pool.query<{ contact_id: string; staff_id: string }>(
          'select contact_id, staff_id from contact.page where page_id = $1',
          [pageId],
        )
      ).rows[0];
    if (!pageId || !page) throw new Refused({ code: 'not-found' });
    return acknowledge(deps, { pageId, contactId: page.contact_id, staffId: page.staff_id });
  });

  if (!deps.demo) return;
  serve(app, getDemoPages, async ({ request }) => {
    await staffOf(deps.authenticate, request);
    const [result, names] = await Promise.all([
      deps.pool.query<PageRow>(
        `select p.page_id, p.contact_id, p.staff_id, p.level, p.address, p.text, p.sent_at, p.answer_by, r.plain->'paging' as paging
         from contact.page p join contact.row r using (contact_id) where p.sent_at > $1::timestamptz - interval '12 hours' order by p.sent_at desc limit 50`,
        [new Date(deps.clock()).toISOString()],
      ),
      deps.names(),
    ]);
    const pages = result.rows.map((row) => ({
      pageId: row.page_id,
      contactId: row.contact_id,
      staffId: row.staff_id,
      name: names(row.staff_id),
      phone: row.address,
      level: row.level,
      text: row.text,
      sentAt: instant(row.sent_at.getTime()),
      answerBy: instant(row.answer_by.getTime()),
      ...(row.paging.state === 'acknowledged' && row.paging.at !== undefined
        ? { acknowledgedAt: instant(row.paging.at), acknowledgedByName: names(row.paging.acknowledgedBy ?? '') }
        : {}),
      token: pageToken(deps.sealer, row.page_id),
    }));
    return { now: deps.clock(), pages };
  });
}

/** Whoever has the link is the one who was paged; it says nothing of the patient. */
async function acknowledge(deps: PagerRouteDeps, page: { readonly pageId: string; readonly contactId: string; readonly staffId: string }) {
  const now = deps.clock();
  const commandId = `answer:${page.pageId}`;
  const outcome = await deps.contacts.execute<ContactRefusal>({
    stream: contactStream(page.contactId),
    commandId,
    bodyHash: '',
    actor: page.staffId,
    now,
    occurredAt: now,
    decide: (state) =>
      decideContact(state, { type: 'acknowledge', pageId: page.pageId, commandId, actor: page.staffId, now, occurredAt: now }),
    answer: () => ({}),
  });
  if (outcome.kind === 'done') return { acknowledged: true, text: answerTexts.acknowledged };
  if (outcome.refusal.code === 'try-again') throw new Refused(outcome.refusal);
  return { acknowledged: false, text: outcome.refusal.code === 'already-acknowledged' ? answerTexts.already : answerTexts.over };
}
