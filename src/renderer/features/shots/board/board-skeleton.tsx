import { Skeleton, SkeletonPage } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The board's layout while its rows are on the way. */
export function BoardSkeleton() {
  const words = useWords('shots');
  return (
    <SkeletonPage label={words.loading}>
      <div className="h-9 border-b border-line bg-panel" />
      {[0, 1].map((scene) => (
        <div key={scene}>
          <div className="flex h-11 items-center gap-2 border-b border-line px-4">
            <Skeleton className="h-4 w-4" />
            <Skeleton className="h-4 w-72" />
          </div>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(212px,1fr))] gap-3 p-4 pt-0">
            {[0, 1, 2, 3, 4, 5, 6, 7].map((card) => (
              <div key={card} className="flex flex-col gap-1">
                <Skeleton className="aspect-video" />
                <Skeleton className="h-4 w-3/4" />
                <Skeleton className="h-3 w-full" />
              </div>
            ))}
          </div>
        </div>
      ))}
    </SkeletonPage>
  );
}
