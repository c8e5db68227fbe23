import { forgetDrafts } from '../drafts/drafts.ts';
import { forgetSession } from './remembered-session.ts';

/** Takes away what was written and not sent, then ends the session by the server's own form. */
export async function signOut(): Promise<void> {
  await forgetDrafts();
  forgetSession();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/logout';
  document.body.append(form);
  form.submit();
}
