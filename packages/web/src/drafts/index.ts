export { claimDrafts, type DraftEntry, draftsFailing, forgetDrafts, listDrafts, readDraft, removeDraft, saveDraft } from './drafts.ts';
export { type Draft, useDraft, useDrafts } from './use-draft.ts';
