import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { ExportOutline } from '../../../../contract/exports.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { howTones } from './how-tones.ts';
import { type Segment, segmentAt, stripPath } from './strip-path.ts';

const width = 1000;
const kinds: readonly Segment['how'][] = ['black', 'direct', 'composite'];

/** The film along its time, coloured by how its frames come about. Pointing at it says which stretch and why. */
export function PlanStrip({ outline }: { readonly outline: ExportOutline }) {
  const words = useWords('export');
  const formats = useFormats();
  const { navigate } = useStudio();
  const { projectId, view } = useProject();
  const [at, setAt] = useState<number | null>(null);
  const strip = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { segments, durationFlicks } = outline;
  const shown = at === null ? null : (segments[Math.min(at, segments.length - 1)] ?? null);

  const point = (event: PointerEvent): void => {
    const box = strip.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    setAt(segmentAt(segments, share * durationFlicks));
  };
  const showInCut = (): void => {
    if (shown === null) return;
    view.setState({ playheadFlicks: shown.startFlicks });
    navigate({ at: 'project', projectId, page: 'cut' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      setAt(Math.min(segments.length - 1, Math.max(0, (at ?? -step) + step)));
    } else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(segments.length - 1);
    else if (event.key === 'Enter') showInCut();
    else return;
    event.preventDefault();
  };
  const say = ({ how, why, startFlicks, durationFlicks: length }: Segment): string => {
    const way = why === null ? words.how[how] : `${words.how[how]} · ${words.why[why]}`;
    return words.stretchAt(formats.duration(startFlicks), formats.duration(startFlicks + length), way);
  };
  const index = shown === null ? 0 : segments.indexOf(shown);

  return (
    <div>
      <div
        ref={strip}
        role="slider"
        tabIndex={0}
        aria-label={words.strip}
        aria-describedby={helpId}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, segments.length)}
        aria-valuenow={index + 1}
        aria-valuetext={shown === null ? words.stretches(segments.length) : say(shown)}
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onKeyDown={onKeyDown}
        onClick={showInCut}
        className="relative h-7 cursor-pointer overflow-hidden rounded-inner border border-line bg-ground"
      >
        <svg
          viewBox={`0 0 ${width} 1`}
          preserveAspectRatio="none"
          aria-hidden
          className="block size-full"
          shapeRendering="crispEdges"
        >
          {kinds.map((how) => (
            <path
              key={how}
              d={stripPath(segments, how, durationFlicks, width, 1.5)}
              className={howTones[how].fill}
            />
          ))}
        </svg>
        {shown === null ? null : (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 min-w-0.5 border-x border-text bg-text/15"
            style={{
              left: `${(shown.startFlicks / durationFlicks) * 100}%`,
              width: `${(shown.durationFlicks / durationFlicks) * 100}%`,
            }}
          />
        )}
      </div>
      <div className="mt-1 flex h-5 items-center justify-between gap-3 text-sm text-faint tabular-nums">
        <span className="min-w-0 truncate">{shown === null ? formats.duration(0) : say(shown)}</span>
        <span className="shrink-0">{formats.duration(durationFlicks)}</span>
      </div>
      <p id={helpId} className="sr-only">
        {words.stripHelp}
      </p>
    </div>
  );
}
