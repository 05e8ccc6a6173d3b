import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/use-words.ts';

const rowHeights = ['h-7', 'h-7', 'h-14', 'h-20', 'h-12'];

/** The page while the project's rows arrive, in its final layout. */
export function CutSkeleton() {
  const words = useWords('timeline');
  return (
    <div role="status" aria-label={words.loading} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-[54] gap-px">
        <div className="w-66 shrink-0 bg-panel p-2">
          <Skeleton className="h-7" />
        </div>
        <div className="flex flex-1 items-center justify-center bg-black">
          <Skeleton className="aspect-video w-2/3" />
        </div>
        <div className="w-69 shrink-0 bg-panel p-2">
          <Skeleton className="h-7" />
        </div>
      </div>
      <div className="min-h-0 flex-[46] border-t border-line pt-9">
        {rowHeights.map((height, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
          <div key={place} className={`flex gap-px border-b border-line ${height}`}>
            <div className="w-44 shrink-0 bg-panel p-1.5">
              <Skeleton className="h-4 w-24" />
            </div>
            <Skeleton className="m-px flex-1" />
          </div>
        ))}
      </div>
    </div>
  );
}
