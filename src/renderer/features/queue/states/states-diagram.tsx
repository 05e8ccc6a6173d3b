import type { JobState } from '../../../../domain/jobs/job.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../words/use-words.ts';
import { edges, places, statesInOrder } from './ways.ts';

const column = 132;
const row = 92;
const box = { width: 112, height: 34 };
const margin = 8;
const size = { width: 6 * column + box.width + 2 * margin, height: 2 * row + box.height + 2 * margin + 44 };

function middle(state: JobState): { readonly x: number; readonly y: number } {
  const [x, y] = places[state];
  return { x: margin + x * column + box.width / 2, y: margin + y * row + box.height / 2 + 20 };
}

/** A line from box to box: straight beside each other, in a bow over others of the same row. */
function path(from: JobState, to: JobState): string {
  const a = middle(from);
  const b = middle(to);
  if (a.y === b.y) {
    const right = b.x > a.x;
    const near = Math.abs(a.x - b.x) === column;
    if (near && right) return `M ${a.x + box.width / 2} ${a.y} L ${b.x - box.width / 2} ${b.y}`;
    const edge = a.y > row ? box.height / 2 : -box.height / 2;
    const bow = a.y > row ? 26 : -26;
    return `M ${a.x} ${a.y + edge} Q ${(a.x + b.x) / 2} ${a.y + edge + bow} ${b.x} ${b.y + edge}`;
  }
  const down = b.y > a.y ? 1 : -1;
  // The ways there and back stand beside each other.
  const aside = down * 8;
  const start = a.y + (down * box.height) / 2;
  const end = b.y - (down * box.height) / 2;
  const half = (start + end) / 2;
  return `M ${a.x + aside} ${start} C ${a.x + aside} ${half} ${b.x + aside} ${half} ${b.x + aside} ${end}`;
}

/** The picture of all ways, drawn from the table; those of the chosen state stand out. */
export function StatesDiagram({
  chosen,
  onChoose,
}: {
  readonly chosen: JobState;
  readonly onChoose: (state: JobState) => void;
}) {
  const words = useWords('queueStates');
  return (
    // biome-ignore lint/a11y/useSemanticElements: the boxes are buttons within a drawing.
    <div role="group" aria-label={words.diagram} className="overflow-x-auto">
      <div className="relative" style={size}>
        <svg aria-hidden className="absolute inset-0" width={size.width} height={size.height}>
          <defs>
            {(['line', 'accent'] as const).map((tone) => (
              <marker
                key={tone}
                id={`way-${tone}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto-start-reverse"
              >
                <path
                  d="M 0 0 L 8 4 L 0 8 z"
                  className={tone === 'accent' ? 'fill-accent' : 'fill-line-strong'}
                />
              </marker>
            ))}
          </defs>
          {edges()
            .toSorted((a, b) => Number(touches(a, chosen)) - Number(touches(b, chosen)))
            .map(({ from, to }) => {
              const own = touches({ from, to }, chosen);
              return (
                <path
                  key={`${from} ${to}`}
                  d={path(from, to)}
                  fill="none"
                  strokeWidth={own ? 1.5 : 1}
                  markerEnd={`url(#way-${own ? 'accent' : 'line'})`}
                  className={own ? 'stroke-accent' : 'stroke-line-strong'}
                />
              );
            })}
        </svg>
        {statesInOrder.map((state) => {
          const { x, y } = middle(state);
          return (
            <button
              key={state}
              type="button"
              aria-pressed={state === chosen}
              onClick={() => onChoose(state)}
              style={{
                left: x - box.width / 2,
                top: y - box.height / 2,
                width: box.width,
                height: box.height,
              }}
              className={classNames(
                'absolute flex items-center justify-center rounded-inner border px-1 text-center text-xs leading-tight',
                state === chosen
                  ? 'border-accent bg-accent-soft text-accent-text'
                  : 'border-line-strong bg-panel text-text hover:bg-hover',
              )}
            >
              {words.names[state]}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function touches({ from, to }: { readonly from: JobState; readonly to: JobState }, state: JobState): boolean {
  return from === state || to === state;
}
