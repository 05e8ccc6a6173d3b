import type { WriteStream } from 'node:tty';

/** Where a command speaks: answers go to stdout (others script against it), everything else to stderr. */
export interface Terminal {
  /** A line of the answer. */
  print(line: string): void;
  /** A line for the person: what is going on, what went wrong. */
  say(line: string): void;
  /** Shows progress that replaces itself on a terminal, and a line now and then elsewhere. */
  progress(label: string, fraction: number, note: string): void;
  /** Ends the progress line, if one is up. */
  endProgress(): void;
}

/** Share of the work between two lines where progress cannot replace itself (a log file, a pipe). */
const lineEvery = 0.1;
const barWidth = 28;

export function createTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  const live = Boolean(stderr.isTTY);
  let up = false;
  let lastLabel = '';
  let lastShare = -1;

  const endProgress = (): void => {
    if (up) stderr.write('\n');
    up = false;
    lastLabel = '';
    lastShare = -1;
  };

  return {
    print(line) {
      endProgress();
      stdout.write(`${line}\n`);
    },
    say(line) {
      endProgress();
      stderr.write(`${line}\n`);
    },
    progress(label, fraction, note) {
      const share = Math.min(1, Math.max(0, fraction));
      if (live) {
        if (up && label !== lastLabel) stderr.write('\n');
        stderr.write(`\r\u001b[2K${fitLine(label, share, note, (stderr as WriteStream).columns)}`);
        up = true;
      } else if (label !== lastLabel || share - lastShare >= lineEvery || (share === 1 && lastShare < 1)) {
        stderr.write(`${label}: ${Math.round(share * 100)} %${note === '' ? '' : `, ${note}`}\n`);
        lastShare = share;
      }
      lastLabel = label;
    },
    endProgress,
  };
}

function fitLine(label: string, share: number, note: string, columns: number | undefined): string {
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  const line = `${label.padEnd(10)} ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${note}`;
  // Some terminals say that they have 0 columns.
  return line.slice(0, Math.max(20, (columns || 100) - 1));
}
