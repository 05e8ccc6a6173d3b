import { useShotFacts } from '../../../state/use-shots.ts';
import { ShotPicture } from '../card/shot-picture.tsx';
import type { ShownDrag } from './use-shot-drag.ts';

/** The line where dragged shots would go, and a small picture of them under the pointer. */
export function DragLayer({ drag }: { readonly drag: ShownDrag | null }) {
  const facts = useShotFacts(drag?.shotIds[0] ?? null);
  if (drag === null) return null;
  const { place, shotIds, xPx, yPx } = drag;
  return (
    <div role="presentation" aria-hidden>
      {place === null ? null : (
        <div
          className="pointer-events-none absolute top-0 left-0 z-20 w-0.5 rounded-full bg-accent"
          style={{
            height: place.line.heightPx,
            transform: `translate(${place.line.leftPx - 1}px, ${place.line.topPx}px)`,
          }}
        />
      )}
      <div
        className="pointer-events-none fixed top-0 left-0 z-50 overflow-hidden rounded-inner border border-accent bg-float shadow-float"
        style={{ transform: `translate(${xPx + 12}px, ${yPx + 12}px)` }}
      >
        <div className="relative h-18 w-32 bg-black">
          {facts === null ? null : <ShotPicture facts={facts} heightPx={72} />}
        </div>
        <div className="flex items-center justify-between px-2 py-0.5 text-sm">
          <span className="font-mono">{facts?.number}</span>
          {shotIds.length > 1 ? <span className="text-muted tabular-nums">+{shotIds.length - 1}</span> : null}
        </div>
      </div>
    </div>
  );
}
