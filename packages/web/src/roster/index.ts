export { type DutyDraft, DutyForm, emptyDraft, withSpan } from './duty-form.tsx';
export { DutyTable } from './duty-table.tsx';
export { EndDutyDialog } from './end-duty-dialog.tsx';
export { GapWarning } from './gap-warning.tsx';
export { OnDutyNow } from './on-duty-now.tsx';
export { phoneText } from './phone-text.ts';
export { texts as rosterTexts } from './texts.nb.ts';
export { type ShownDuty, toDuty, useDutyList } from './use-duty-list.ts';
