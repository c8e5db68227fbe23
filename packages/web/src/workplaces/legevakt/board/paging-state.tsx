import type { PagingOut } from '@vakthavende/contract/contact';
import { clockText, durationText, useNow } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';

/** How the paging of a red contact stands, the seconds left to answer first. Nothing where nobody is paged. The ticking is not read out. */
export function PagingState(props: { readonly paging: PagingOut }) {
  const { paging } = props;
  if (paging.state === 'notNeeded') return null;
  const text = pagingText(paging);
  return (
    <span className="lv-paging" data-state={paging.state} title={text}>
      <span aria-hidden="true">{paging.state === 'acknowledged' ? '✓ ' : '▲ '}</span>
      {paging.state === 'waiting' && paging.answerBy !== undefined && <AnswerLeft until={paging.answerBy} />}
      {text}
    </span>
  );
}

function AnswerLeft(props: { readonly until: number }) {
  const left = props.until - useNow();
  return (
    <span className="tabular" aria-hidden="true">
      {texts.paging.answerBy} {left > 0 ? durationText(left) : texts.paging.over} ·{' '}
    </span>
  );
}

export function pagingText(paging: PagingOut): string {
  switch (paging.state) {
    case 'notNeeded':
      return texts.paging.notNeeded;
    case 'due':
      return texts.paging.due;
    case 'waiting':
      return texts.paging[paging.level ?? 'primary'];
    case 'exhausted':
      return texts.paging.exhausted;
    case 'acknowledged':
      return texts.paging.acknowledged(paging.acknowledgedByName ?? '', paging.at === undefined ? '' : clockText(paging.at));
  }
}
