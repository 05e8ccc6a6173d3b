import { Skeleton, SkeletonPage } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/use-words.ts';

/** The page in its final layout while the film is read. */
export function DeliverSkeleton() {
  const words = useWords('export');
  return (
    <SkeletonPage label={words.loading}>
      <div className="grid h-full lg:grid-cols-[232px_minmax(0,1fr)_340px]">
        <div className="flex flex-col gap-3 border-r border-line p-3">
          {[0, 1, 2].map((n) => (
            <Skeleton key={n} className="h-16 w-full" />
          ))}
        </div>
        <div className="flex flex-col gap-4 p-6">
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-7 w-full" />
          <Skeleton className="h-28 w-full" />
        </div>
        <div className="flex flex-col gap-3 border-l border-line p-3">
          <Skeleton className="h-10 w-full" />
          <Skeleton className="h-10 w-full" />
        </div>
      </div>
    </SkeletonPage>
  );
}
