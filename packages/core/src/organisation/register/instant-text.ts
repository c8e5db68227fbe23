import { dateOfEpochDay, epochDayOfDate, type Instant, instant, parseLocalDate } from '../../kernel/index.ts';

const dayLength = 86_400_000;

/** `2026-11-22T13:05:09.120Z`. */
export function instantText(at: Instant): string {
  const day = Math.floor(at / dayLength);
  const rest = at - day * dayLength;
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}`;
  return `${dateOfEpochDay(day)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`;
}

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?Z$/;

/** The instant of such a text, in UTC only; undefined when it is none. */
export function parseInstantText(text: string): Instant | undefined {
  const match = pattern.exec(text);
  const date = match?.[1] === undefined ? undefined : parseLocalDate(match[1]);
  if (!match || date === undefined) return undefined;
  const [hours, minutes, seconds, milliseconds] = [Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return instant(epochDayOfDate(date) * dayLength + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds);
}
