import { Skeleton, SkeletonPage } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/use-words.ts';

const lines = ['w-40', 'w-full', 'w-11/12', 'w-2/3', 'w-24', 'w-1/2', 'w-full', 'w-3/4', 'w-48', 'w-full'];
const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The page while its rows come: the sheet and the breakdown where they will be. */
export function WriteSkeleton() {
  const words = useWords('text');
  return (
    <SkeletonPage label={words.loading}>
      <div className="flex h-full">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="h-9 border-b border-line bg-panel" />
          <div className="flex flex-1 justify-center overflow-hidden bg-ground pt-5">
            <div className="flex w-180 max-w-full flex-col gap-4 border border-line bg-panel px-24 pt-20">
              {lines.map((width, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
                <Skeleton key={i} className={`h-4 ${width}`} />
              ))}
            </div>
          </div>
        </div>
        <div className="w-105 border-l border-line bg-panel">
          <div className="h-9 border-b border-line" />
          {rows.map((row) => (
            <div key={row} className="flex h-13 items-center gap-3 border-b border-line px-3">
              <Skeleton className="h-9 w-16" />
              <Skeleton className="h-4 flex-1" />
            </div>
          ))}
        </div>
      </div>
    </SkeletonPage>
  );
}
