import { Copy, FolderOpen } from 'lucide-react';
import { isExportPreset } from '../../../../domain/export/export-presets.ts';
import type { ExportRecord } from '../../../../domain/export/export-record.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { type DotState, StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { copyWords } from './copy-words.ts';
import { fileNameOf, type ReportState } from './film-report.ts';

const dots: Readonly<Record<ReportState, DotState>> = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'none',
  interrupted: 'unknown',
};

/** One film that was written, or what became of it. */
export function ReportRow({ record, state }: { readonly record: ExportRecord; readonly state: ReportState }) {
  const words = useWords('export');
  const formats = useFormats();
  const interpret = useInterpret();
  const status = useStatusLine();
  const { host } = useStudio();
  const name = fileNameOf(record.path);
  const facts = [
    formats.duration(record.durationFlicks),
    record.bytes === null ? null : formats.bytes(record.bytes),
    isExportPreset(record.preset) ? words.presets[record.preset].name : record.preset,
    record.finishedAtMs === null || state !== 'done'
      ? null
      : words.took(formats.timeLeft((record.finishedAtMs - record.startedAtMs) / 1000)),
  ].filter((fact) => fact !== null);
  const copy = async (): Promise<void> => {
    if (await copyWords(record.path)) status.say(words.copied);
    else status.say(words.notCopied, 'warning');
  };
  return (
    <div className="group flex h-full items-start gap-2 border-b border-line px-3 py-2 hover:bg-hover">
      <span className="flex h-5 items-center">
        <StateDot state={dots[state]} label={words.states[state]} />
      </span>
      <div className="min-w-0 flex-1">
        <p title={record.path} className="selectable truncate text-base text-text">
          {name}
        </p>
        <p title={facts.join(' · ')} className="truncate text-sm text-muted tabular-nums">
          {state === 'done' ? facts.join(' · ') : words.states[state]}
        </p>
        <p className="truncate text-sm text-faint tabular-nums">
          <time dateTime={new Date(record.startedAtMs).toISOString()}>
            {formats.date(record.startedAtMs)} {formats.time(record.startedAtMs)}
          </time>
        </p>
        {record.faultMessage === null || state === 'cancelled' ? null : (
          <p
            title={interpret(record.faultMessage)}
            className="selectable line-clamp-3 text-sm break-words text-muted"
          >
            {interpret(record.faultMessage)}
          </p>
        )}
      </div>
      {state === 'done' ? (
        <span className="-my-0.5 flex shrink-0 items-center">
          <IconButton icon={Copy} size="small" label={words.copyPath} onClick={() => void copy()} />
          {host.capabilities.revealFiles ? (
            <IconButton
              icon={FolderOpen}
              size="small"
              label={words.reveal}
              onClick={() => void host.bridge?.revealFile(record.path)}
            />
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
