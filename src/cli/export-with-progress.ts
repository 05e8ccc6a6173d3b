import type { StudioClient } from '../contract/contract.ts';
import type { ExportRecord } from '../domain/export/export-record.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { formatTimeLeft } from './terminal/formats.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface ExportWish {
  readonly projectId: ProjectId;
  readonly path: string;
  readonly preset: string;
  readonly captions: ExportRecord['captions'];
}

/** Exports and shows how far it is. Ctrl-C (through `signal`) cancels; what stood at the path before stays. */
export async function exportWithProgress(
  client: StudioClient,
  wish: ExportWish,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExportRecord> {
  const events = await client.exports.start(wish, { signal });
  for (;;) {
    const { done, value } = await events.next();
    if (done) {
      terminal.endProgress();
      return value;
    }
    const note = [`frame ${value.framesDone} of ${value.framesTotal}`, formatTimeLeft(value.secondsLeft)];
    terminal.progress('Export', value.framesDone / value.framesTotal, note.filter(Boolean).join(', '));
  }
}
