import type { ProjectSummary } from '../../../../contract/projects.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** Two lines under a title: how long and how much, then when it changed, what it cost and where it is. */
export function ProjectFacts({
  summary,
  nowMs,
}: {
  readonly summary: ProjectSummary;
  readonly nowMs: number;
}) {
  const [size, when] = useFactLines(summary, nowMs);
  return (
    <>
      <div className="flex items-center gap-1.5 text-sm text-muted tabular-nums">
        <WorkState summary={summary} />
        <p className="min-w-0 truncate">{size.join(' · ')}</p>
      </div>
      <p className="truncate text-sm text-faint tabular-nums" title={when.join(' · ')}>
        {when.join(' · ')}
      </p>
    </>
  );
}

function WorkState({ summary: { jobs } }: { readonly summary: ProjectSummary }) {
  const words = useWords('library');
  if (jobs.open > 0) return <StateDot state="running" label={words.working(jobs.open)} />;
  if (jobs.unknown > 0) return <StateDot state="unknown" label={words.unclear(jobs.unknown)} />;
  if (jobs.failed > 0) return <StateDot state="failed" label={words.troubles(jobs.failed)} />;
  return null;
}

/** The same in one row of words, for a screen reader. */
export function useFactsInWords(summary: ProjectSummary, nowMs: number): readonly string[] {
  const words = useWords('library');
  const { jobs } = summary;
  const state =
    jobs.open > 0
      ? [words.working(jobs.open)]
      : jobs.unknown > 0
        ? [words.unclear(jobs.unknown)]
        : jobs.failed > 0
          ? [words.troubles(jobs.failed)]
          : [];
  return [...useFactLines(summary, nowMs).flat(), ...state];
}

function useFactLines(
  summary: ProjectSummary,
  nowMs: number,
): readonly [readonly string[], readonly string[]] {
  const words = useWords('library');
  const formats = useFormats();
  const { project, scenes, shots, durationFlicks, costUsdMicros, changedAtMs } = summary;
  const ago = (atMs: number): string => (nowMs - atMs < 60_000 ? words.justNow : formats.ago(atMs, nowMs));
  return [
    [
      durationFlicks > 0 ? formats.duration(durationFlicks) : words.noLength,
      words.scenes(scenes),
      words.shots(shots),
    ],
    [
      project.trashedAtMs === null ? ago(changedAtMs) : words.trashedAgo(ago(project.trashedAtMs)),
      costUsdMicros > 0 ? words.charged(formats.money(costUsdMicros)) : words.free,
      words.onThisDevice,
    ],
  ];
}
