import { memo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { isUnderWay } from '../../../state/shot-facts.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { useDeviceNames } from '../../../state/use-device-names.ts';
import { useMadeElsewhere } from '../../../state/use-made-elsewhere.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { PlaceMark } from '../../../ui/file-place.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { usePlaceWords } from '../../../words/place-words.ts';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import type { BoardMetrics } from '../layout/board-metrics.ts';
import { CardPlayer } from './card-player.tsx';
import { DescriptionEditor } from './description-editor.tsx';
import { ShotPicture } from './shot-picture.tsx';
import { nameOfShot } from './shot-words.ts';
import { SpeechMark } from './speech-mark.tsx';
import { TakeCount } from './take-count.tsx';
import { cardFlags, useCardFlags } from './use-card-flags.ts';

export interface ShotCardProps {
  readonly shotId: ShotId;
  readonly column: number;
  readonly metrics: BoardMetrics;
  /** The frame that Tab leads to while none has had the focus. */
  readonly isDefaultFocus: boolean;
}

/** One frame of the storyboard. Pointer and keys are heard by the grid around it, once for all frames. */
export const ShotCard = memo(function ShotCard({ shotId, column, metrics, isDefaultFocus }: ShotCardProps) {
  const facts = useShotFacts(shotId);
  const flags = useCardFlags(shotId);
  const words = useWords('shots');
  const formats = useFormats();
  const interpret = useInterpret();
  const sound = useWords('sound');
  const isElsewhere = useMadeElsewhere(facts?.job ?? null);
  const nameOf = useDeviceNames();
  const places = usePlaceWords();
  if (facts === null) return null;
  const { shot, number, state, takes, clip, job, outdated, speech } = facts;
  const whyFailed = state === 'failed' || state === 'unknown' ? (job?.faultMessage ?? null) : null;
  const isFarAway = job !== null && isElsewhere && isUnderWay(state);
  const label = isFarAway ? words.onAnotherDevice : words.state[state];
  const explained = isFarAway
    ? words.onAnotherDeviceSince(formats.time(job.sentAtMs ?? job.createdAtMs), nameOf(job.deviceId))
    : whyFailed === null
      ? undefined
      : interpret(whyFailed);
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const mark = markOfState[state];
  // Where nothing is wrong and nothing runs, the picture says enough.
  const dot = mark === 'none' || mark === 'done' ? null : mark;
  const away = facts.absence.clip ?? facts.absence.still;
  const { cardWidthPx, cardHeightPx, pictureHeightPx, gapPx, compact } = metrics;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid of cards is no table
    <div
      role="gridcell"
      data-shot={shotId}
      tabIndex={has(cardFlags.focus) || isDefaultFocus ? 0 : -1}
      aria-colindex={column + 1}
      aria-selected={has(cardFlags.selected)}
      className="group absolute top-0 cursor-default rounded-outer outline-offset-2 [contain:layout_style]"
      style={{
        width: cardWidthPx,
        height: cardHeightPx,
        transform: `translateX(${column * (cardWidthPx + gapPx)}px)`,
      }}
    >
      {/* What is heard says all of what is seen, in an order that reads well. */}
      <span className="sr-only">
        {nameOfShot(facts, words, formats, label)}
        {speech.state === 'outdated' ? ` ${sound.cardOutdated}.` : null}
        {away === null ? null : ` ${places.mark[away.place]}.`}
      </span>
      <div
        aria-hidden
        className="relative overflow-hidden rounded-inner bg-black outline-1 outline-line group-hover:outline-line-strong group-aria-selected:outline-2 group-aria-selected:outline-accent group-data-[takes-file]:outline-2 group-data-[takes-file]:outline-offset-2 group-data-[takes-file]:outline-accent"
        style={{ height: pictureHeightPx }}
      >
        <ShotPicture facts={facts} heightPx={pictureHeightPx} />
        {has(cardFlags.playing) && clip !== null ? (
          <CardPlayer take={clip} sound={has(cardFlags.sound)} />
        ) : null}
        {dot === null ? null : (
          <span
            title={explained}
            className="absolute bottom-1 left-1 inline-flex max-w-[calc(100%-8px)] items-center rounded-inner bg-float px-1.5 py-0.5"
          >
            <StateDot state={dot} label={label} withWords={!compact} />
          </span>
        )}
        {away === null ? null : (
          <span className="absolute top-1 right-1 inline-flex items-center rounded-inner bg-float px-1 py-1">
            <PlaceMark absence={away} />
          </span>
        )}
        {outdated && state !== 'outdated' ? (
          <span className="absolute right-1 bottom-1 inline-flex items-center rounded-inner bg-float px-1 py-1">
            <StateDot state="stale" label={words.state.outdated} />
          </span>
        ) : null}
      </div>
      <div aria-hidden className="flex h-6 items-center gap-1.5 px-0.5 pt-1 text-sm">
        <span className="font-mono text-sm font-medium text-text">{number}</span>
        {compact ? null : (
          <span className="min-w-0 flex-1 truncate text-muted">
            {shot.move === 'static'
              ? words.size[shot.size]
              : `${words.size[shot.size]} · ${words.move[shot.move]}`}
          </span>
        )}
        <SpeechMark state={speech.state} />
        {takes.length === 0 || (compact && number.length > 3) ? (
          <span className="ml-auto" />
        ) : (
          <TakeCount count={takes.length} hasClip={clip !== null} />
        )}
        <span className="shrink-0 text-faint tabular-nums">{formats.duration(shot.durationFlicks)}</span>
      </div>
      {compact ? null : has(cardFlags.editing) ? (
        <DescriptionEditor shot={shot} />
      ) : (
        <p aria-hidden className="line-clamp-2 px-0.5 text-xs break-words text-muted">
          {shot.description}
        </p>
      )}
    </div>
  );
});
