/** Hard space before `%`, as Norwegian writes it. */
const space = '\u00a0';
export const noValue = '–';

/** Whole percent, half up: 1 of 8 is 13. Undefined where nothing is counted, which is not zero. */
export function wholePercent(numerator: number, denominator: number): number | undefined {
  if (denominator === 0) return undefined;
  // In whole numbers, since 100 * 0.285 is a little less than 28.5 in floating point.
  return Math.floor((200 * numerator + denominator) / (2 * denominator));
}

/** `77 %`, or `–` where the share is not defined. */
export function percentText(numerator: number, denominator: number): string {
  const percent = wholePercent(numerator, denominator);
  return percent === undefined ? noValue : `${percent}${space}%`;
}

/** `01:04`, whole seconds half up, minutes going on past the hour; `–` where it is not known. */
export function minutesSecondsText(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return noValue;
  const whole = Math.floor(seconds + 0.5);
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** `1,76`: two decimals, half up. */
export function ratioText(numerator: number, denominator: number): string {
  if (denominator === 0) return noValue;
  const hundredths = Math.floor((200 * numerator + denominator) / (2 * denominator));
  return `${countText(Math.floor(hundredths / 100))},${two(hundredths % 100)}`;
}

/** `3 054 401`: thousands apart from five digits on, as Norwegian sets them. */
export function countText(count: number): string {
  const digits = String(count);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, space);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
