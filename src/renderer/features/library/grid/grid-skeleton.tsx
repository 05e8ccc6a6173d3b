import { Skeleton, SkeletonPage } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The grid before its projects are known. */
export function GridSkeleton() {
  const words = useWords('library');
  return (
    <SkeletonPage label={words.loading}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(320px,1fr))] gap-4 px-4 pt-4">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((place) => (
          <div key={place}>
            <Skeleton className="aspect-video w-full" />
            <Skeleton className="mt-2.5 h-4 w-3/5" />
            <Skeleton className="mt-2 h-3 w-4/5" />
            <Skeleton className="mt-1.5 h-3 w-1/2" />
          </div>
        ))}
      </div>
    </SkeletonPage>
  );
}
