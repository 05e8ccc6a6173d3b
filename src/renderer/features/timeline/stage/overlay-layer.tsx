import type { Ref } from 'react';
import type { OverlayPart } from '../gestures/overlay.ts';

const looks: Readonly<Record<OverlayPart, string>> = {
  snapLine: 'inset-y-0 left-0 w-px bg-accent',
  caret: 'top-0 left-0 w-[3px] rounded-full bg-accent',
  marquee: 'top-0 left-0 border border-accent bg-accent-soft/30',
  ghost:
    'top-0 left-0 overflow-hidden rounded-inner border border-accent bg-accent-soft/80 px-1.5 py-0.5 text-sm text-accent-text data-[refused=true]:border-bad data-[refused=true]:text-bad',
  tip: 'top-0 left-0 max-w-80 rounded-inner border border-line bg-float px-1.5 py-0.5 text-xs text-text shadow-float',
};

/** The elements that gestures move over the canvas, all out of sight until one begins. */
export function OverlayLayer({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  return (
    <div
      ref={ref}
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden contain-strict"
    >
      {(Object.keys(looks) as OverlayPart[]).map((part) => (
        <div key={part} data-part={part} hidden className={`absolute ${looks[part]}`} />
      ))}
    </div>
  );
}
