import { flicksPerSecond } from '../../domain/kernel/time.ts';

/** How things are written in one language. All by Intl; nothing here knows a language. */
export interface Formats {
  number(n: number): string;
  /** As a person types it into a field: the language's decimal separator, nothing between thousands. */
  typed(n: number, digits?: number): string;
  /** Dollars as they are typed: "0.40", and "0.025" where cents do not suffice. */
  typedMoney(usdMicros: number): string;
  percent(share: number): string;
  /** USD micros as dollars: "$4.20"; below a cent as many digits as it takes. */
  money(usdMicros: number): string;
  /** The same to the last digit that counts: "$0.025". */
  exactMoney(usdMicros: number): string;
  bytes(n: number): string;
  /** Under a minute in seconds with one decimal, else "3:04" or "1:02:09". */
  duration(flicks: number): string;
  /** Time left: "20 s", "3 min". */
  timeLeft(seconds: number): string;
  time(atMs: number): string;
  date(atMs: number): string;
  /** A calendar month in UTC, given as "2026-11": "November 2026". */
  month(month: string): string;
  /** "5 minutes ago", from `nowMs`. */
  ago(atMs: number, nowMs: number): string;
  list(words: readonly string[]): string;
}

export function createFormats(language: string): Formats {
  const number = new Intl.NumberFormat(language);
  const decimalPoint = number.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const seconds = unitFormat(language, 'second', 1);
  const wholeSeconds = unitFormat(language, 'second', 0);
  const minutes = unitFormat(language, 'minute', 0);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const list = new Intl.ListFormat(language);
  const dollars = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' });
  const exact = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 6,
  });
  const fractions = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumSignificantDigits: 2,
  });
  return {
    number: (n) => number.format(n),
    typed: (n, digits) => typedNumber(n, digits ?? null, decimalPoint),
    typedMoney: (usdMicros) =>
      typedNumber(usdMicros / 1_000_000, usdMicros % 10_000 === 0 ? 2 : null, decimalPoint),
    percent: (share) => percent.format(share),
    money: (usdMicros) =>
      (usdMicros > 0 && usdMicros < 10_000 ? fractions : dollars).format(usdMicros / 1_000_000),
    exactMoney: (usdMicros) => exact.format(usdMicros / 1_000_000),
    bytes: (n) => formatBytes(n, oneDigit),
    duration(flicks) {
      const total = flicks / flicksPerSecond;
      if (total < 60) return seconds.format(total);
      const whole = Math.round(total);
      const two = (n: number): string => String(n).padStart(2, '0');
      const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
      return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
    },
    timeLeft: (s) => (s < 90 ? wholeSeconds.format(Math.ceil(s)) : minutes.format(Math.ceil(s / 60))),
    time: (atMs) => time.format(atMs),
    date: (atMs) => date.format(atMs),
    month: (name) => month.format(Date.parse(`${name}-01T00:00:00Z`)),
    ago: (atMs, nowMs) => formatAgo(atMs - nowMs, relative),
    list: (words) => list.format(words),
  };
}

function typedNumber(n: number, digits: number | null, decimalPoint: string): string {
  const plain = digits === null ? String(n) : n.toFixed(digits);
  return plain.replace('.', decimalPoint);
}

function unitFormat(language: string, unit: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

function formatBytes(n: number, digits: Intl.NumberFormat): string {
  let unit = 0;
  let size = n;
  while (size >= 1000 && unit < byteUnits.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${digits.format(unit < 2 ? Math.round(size) : size)} ${byteUnits[unit]}`;
}

const agoSteps = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['month', 30 * 86_400_000],
  ['year', 365 * 86_400_000],
] as const;

function formatAgo(differenceMs: number, relative: Intl.RelativeTimeFormat): string {
  let [unit, lengthMs]: readonly [Intl.RelativeTimeFormatUnit, number] = ['minute', 60_000];
  // Half a minute before the hour it is an hour, not sixty minutes.
  for (const step of agoSteps) if (Math.abs(differenceMs) >= step[1] - lengthMs / 2) [unit, lengthMs] = step;
  return relative.format(Math.round(differenceMs / lengthMs), unit);
}
