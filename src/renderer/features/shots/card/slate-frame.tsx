import type { ReactNode } from 'react';
import type { CameraMove, Shot, ShotSize } from '../../../../domain/shots/shot.ts';

/** How large a person stands in the frame, and where their head is: heights of the frame. */
const figures: Readonly<Record<ShotSize, { readonly headY: number; readonly headR: number }>> = {
  'extreme-wide': { headY: 0.62, headR: 0.012 },
  wide: { headY: 0.46, headR: 0.03 },
  full: { headY: 0.26, headR: 0.055 },
  'medium-wide': { headY: 0.26, headR: 0.085 },
  medium: { headY: 0.3, headR: 0.12 },
  'medium-close': { headY: 0.38, headR: 0.18 },
  close: { headY: 0.46, headR: 0.27 },
  'extreme-close': { headY: 0.5, headR: 0.46 },
};

/** Along the upper edge and the right one: what says the state stands in the lower left corner. */
const arrows: Readonly<Record<CameraMove, string | null>> = {
  static: null,
  'pan-left': 'M96 7h-20m5-4l-5 4l5 4',
  'pan-right': 'M64 7h20m-5-4l5 4l-5 4',
  'tilt-up': 'M150 56v-20m-4 5l4-5l4 5',
  'tilt-down': 'M150 36v20m-4-5l4 5l4-5',
  'push-in': 'M60 7h10m-4-4l4 4l-4 4M100 7h-10m4-4l-4 4l4 4',
  'pull-out': 'M70 7h-10m4-4l-4 4l4 4M90 7h10m-4-4l4 4l-4 4',
  'track-left': 'M100 7h-34m5-4l-5 4l5 4',
  'track-right': 'M60 7h34m-5-4l5 4l-5 4',
  'crane-up': 'M150 64v-36m-4 5l4-5l4 5',
  'crane-down': 'M150 28v36m-4-5l4 5l4-5',
  handheld: 'M62 8q4-6 8 0t8 0t8 0t8 0',
};

/**
 * What stands for a shot until its animatic is drawn: the set-up as one would pencil it, the people in their size
 * between thirds, and the move. No picture is asked for, so it is there at once.
 */
export function SlateFrame({
  shot,
}: {
  readonly shot: Pick<Shot, 'size' | 'move' | 'characters' | 'kind'>;
}): ReactNode {
  const { headY, headR } = figures[shot.size];
  const people = shot.kind === 'title' ? 0 : Math.min(2, Math.max(shot.characters.length, 1));
  const shown = shot.kind === 'insert' || shot.kind === 'establishing' ? 0 : people;
  const places = shown === 2 ? [60, 102] : [80];
  return (
    <svg
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      // Pictures stand on black in both themes.
      data-theme="dark"
      className="absolute inset-0 size-full text-muted"
      fill="none"
      stroke="currentColor"
    >
      {shot.kind === 'title' ? (
        // A card: its words, which stand on nothing.
        <path vectorEffect="non-scaling-stroke" d="M48 41h64M60 50h40" strokeWidth="2" opacity="0.7" />
      ) : (
        <path vectorEffect="non-scaling-stroke" d="M0 58h160" opacity="0.35" />
      )}
      <path vectorEffect="non-scaling-stroke" d="M53.3 0v90M106.6 0v90M0 30h160M0 60h160" opacity="0.08" />
      {places.slice(0, shown).map((x) => (
        <path
          vectorEffect="non-scaling-stroke"
          key={x}
          d={figurePath(x, headY * 90, headR * 90)}
          opacity="0.7"
        />
      ))}
      {shown === 0 && shot.kind === 'insert' ? (
        <path vectorEffect="non-scaling-stroke" d="M60 30h40v32h-40z" opacity="0.6" />
      ) : null}
      {shown === 0 && shot.kind === 'establishing' ? (
        <path vectorEffect="non-scaling-stroke" d="M0 58l34-20l22 12l30-26l36 30l20-10l18 14" opacity="0.6" />
      ) : null}
      {arrows[shot.move] === null ? null : (
        <path
          vectorEffect="non-scaling-stroke"
          d={arrows[shot.move] ?? ''}
          strokeWidth="1.5"
          className="text-accent"
        />
      )}
    </svg>
  );
}

/** Head and shoulders, and as much of the body as fits. */
function figurePath(x: number, y: number, r: number): string {
  const shoulder = r * 2.1;
  const top = y + r * 1.5;
  return `M${x - r} ${y}a${r} ${r * 1.2} 0 1 0 ${r * 2} 0a${r} ${r * 1.2} 0 1 0 ${-r * 2} 0M${x - shoulder} ${top + r * 5.5}v${-r * 3.6}q0 ${-r * 1.6} ${shoulder * 0.7} ${-r * 1.7}h${shoulder * 0.6}q${shoulder * 0.7} ${r * 0.1} ${shoulder * 0.7} ${r * 1.7}v${r * 3.6}`;
}
