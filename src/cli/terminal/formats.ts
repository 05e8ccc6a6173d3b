import { flicksToSeconds } from '../../domain/kernel/time.ts';

/** "8.5 s", "3 min 04 s". */
export function formatDuration(flicks: number): string {
  const seconds = flicksToSeconds(flicks);
  const tenths = seconds.toFixed(1);
  if (Number(tenths) < 60) return `${tenths} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** "40 s left", "1 min 04 s left", or "" while nothing can be said. */
export function formatTimeLeft(secondsLeft: number | null): string {
  if (secondsLeft === null) return '';
  const seconds = Math.max(0, Math.round(secondsLeft));
  return seconds < 60
    ? `${seconds} s left`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s left`;
}

/** Text in columns, as wide as the widest cell; the last column is left as it is. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((cells) => cells[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ');
  return [
    line(header),
    line(header.map((title, i) => '─'.repeat(i === header.length - 1 ? title.length : (widths[i] ?? 0)))),
    ...rows.map(line),
  ];
}

/** "1 shot", "46 shots". */
export function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
