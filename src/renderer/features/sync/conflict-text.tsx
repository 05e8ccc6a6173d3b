import { compareWords } from '../../state/compare-words.ts';
import { useSyncWords } from '../../words/sync-words.ts';

/** A text with the words that the other one does not have. */
export function ConflictText({
  mine,
  other,
  side,
}: {
  readonly mine: string;
  readonly other: string;
  readonly side: 'lost' | 'stands';
}) {
  const words = useSyncWords();
  return compareWords(mine, other)
    .filter(({ is }) => is !== 'right')
    .map((run, place) => {
      // Runs have no identity but their place.
      const key = `${place} ${run.words}`;
      if (run.is === 'same') return <span key={key}>{run.words} </span>;
      const look = side === 'lost' ? 'bg-bad-soft' : 'bg-accent-soft';
      return (
        <mark key={key} className={`rounded-inner text-text ${look}`}>
          <span className="sr-only">{side === 'lost' ? words.onlyThere : words.onlyHere}</span>
          {run.words}{' '}
        </mark>
      );
    });
}
