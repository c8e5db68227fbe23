import type { ContactRow } from '@vakthavende/contract/contact';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Kbd, useKeys } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { BoardRow } from './board-row.tsx';
import { type BoardFilter, filteredLines, isFiltering } from './filter.ts';
import { ordered, type SortId } from './order.ts';
import { type BoardLine, type SectionId, sectionIds, sectionsOf } from './sections.ts';

export interface BoardProps {
  readonly caption: string;
  readonly rows: readonly ContactRow[];
  readonly me: string;
  readonly filter: BoardFilter;
  readonly sort: SortId;
  /** The contact open beside the board. */
  readonly openId: string | undefined;
  readonly unsent: ReadonlyMap<string, number>;
  readonly onOpen: (line: BoardLine) => void;
  /** A letter on a row; true when it was taken. */
  readonly onKey: (key: string, line: BoardLine) => boolean;
}

interface Part {
  readonly id: SectionId;
  readonly all: number;
  readonly lines: readonly BoardLine[];
}

/** The whole clinic as one grid: one tab stop, arrows through all parts, a digit to each. */
export function Board(props: BoardProps) {
  const frame = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<string>();
  const [showDone, setShowDone] = useState(false);
  const sections = sectionsOf(props.rows);
  const parts = sectionIds.map((id): Part => {
    const all = sections[id];
    return { id, all: all.length, lines: ordered(filteredLines(all, props.filter, props.me), id, props.sort) };
  });
  const visible = parts.filter((part) => part.id !== 'red' || part.all > 0);
  const lines = visible.flatMap((part) => (part.id === 'done' && !showDone ? [] : part.lines));
  const keys = lines.map((line) => line.key);
  const stop = current !== undefined && keys.includes(current) ? current : keys[0];
  const focus = (key: string | undefined) => {
    const row = key === undefined ? undefined : frame.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const toSection = (part: Part) => {
    if (part.id !== 'done' || showDone) return focus(part.lines[0]?.key);
    setShowDone(true);
    requestAnimationFrame(() => focus(part.lines[0]?.key));
  };
  useKeys(
    visible.map((part) => ({
      keys: digitOf(part.id),
      label: texts.keys.section(texts.sections[part.id]),
      group: texts.keysGroup,
      run: () => toSection(part),
    })),
  );
  const press = (event: KeyboardEvent, line: BoardLine) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key, keys.indexOf(line.key), keys.length);
    if (to !== undefined) focus(keys[to]);
    else if (event.key === 'Enter' || event.key === ' ') props.onOpen(line);
    else if (!props.onKey(event.key.toLowerCase(), line)) return;
    event.preventDefault();
  };
  return (
    // Rows of a grid are chosen by keyboard; a table is what it is to the eye and to the screen reader.
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
    <table ref={frame} className="lv-board" role="grid" aria-label={props.caption}>
      <Head />
      {visible.map((part) => (
        <tbody key={part.id} data-section={part.id}>
          <SectionHead part={part}>
            {part.id === 'done' && part.all > 0 && (
              <button type="button" className="link-button" aria-expanded={showDone} onClick={() => setShowDone(!showDone)}>
                {texts.showDone}
              </button>
            )}
          </SectionHead>
          {part.lines.length === 0 && (
            <tr className="lv-none">
              <td colSpan={6}>{part.all > 0 && isFiltering(props.filter) ? texts.noHits : texts.emptySections[part.id]}</td>
            </tr>
          )}
          {(part.id !== 'done' || showDone) &&
            part.lines.map((line) => (
              <BoardRow
                key={line.key}
                line={line}
                me={props.me}
                open={line.row.contactId === props.openId && line.kind === 'contact'}
                stop={line.key === stop}
                tone={toneOf(line, part.id)}
                unsent={line.kind === 'contact' ? (props.unsent.get(line.row.contactId) ?? 0) : 0}
                onFocus={(focused) => setCurrent(focused.key)}
                onOpen={props.onOpen}
                onKeyDown={press}
              />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Head() {
  const t = texts.columns;
  return (
    <thead>
      <tr>
        {(['urgency', 'patient', 'reason', 'state', 'time', 'marks'] as const).map((column) => (
          <th key={column} scope="col" className={`lv-c-${column}`}>
            {t[column]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The same digit all evening, also while nobody is red. */
function digitOf(section: SectionId): string {
  return String(sectionIds.indexOf(section) + 1);
}

function SectionHead(props: { readonly part: Part; readonly children: ReactNode }) {
  const { part } = props;
  return (
    <tr className="lv-section">
      <th scope="colgroup" colSpan={4}>
        <span className="lv-section-name">
          <Kbd keys={digitOf(part.id)} />
          {texts.sections[part.id]}
          <span className="count">{texts.count(part.lines.length, part.all)}</span>
        </span>
        {props.children}
      </th>
      <Filler />
    </tr>
  );
}

/** Under the two columns that a narrow board leaves out: a cell that spanned them would make empty columns of them. */
function Filler() {
  return <td colSpan={2} className="lv-fill" />;
}

function toneOf(line: BoardLine, section: SectionId): 'alarm' | 'quiet' | undefined {
  if (section === 'done') return 'quiet';
  return line.row.urgency === 'red' && line.row.closedAt === undefined ? 'alarm' : undefined;
}

const page = 10;

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    default:
      return undefined;
  }
}
