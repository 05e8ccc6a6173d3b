import type { ProjectPage } from '../../state/route.ts';
import { Skeleton, SkeletonPage } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/use-words.ts';

/** A page while its rows or its program are on the way, in the layout that it will have. */
export function PageSkeleton({ page }: { readonly page: ProjectPage | 'settings' | 'library' }) {
  const words = useWords('shell');
  return (
    <SkeletonPage label={words.loadingPage}>
      <div className="flex h-full flex-col">
        <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-panel px-2">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-16" />
          <span className="flex-1" />
          <Skeleton className="h-5 w-32" />
        </div>
        <Shape page={page} />
      </div>
    </SkeletonPage>
  );
}

function Shape({ page }: { readonly page: ProjectPage | 'settings' | 'library' }) {
  switch (page) {
    case 'write':
      return (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 justify-center overflow-hidden bg-ground px-4 pt-5">
            <div className="flex w-185 max-w-full flex-col gap-4 overflow-hidden border border-line bg-panel px-24 pt-20">
              {lines(14).map(({ place, width }) => (
                <Skeleton key={place} className={`h-4 shrink-0 ${width}`} />
              ))}
            </div>
          </div>
          <div className="flex w-105 flex-col border-l border-line bg-panel">
            {places(14).map((i) => (
              <div key={i} className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-3">
                <Skeleton className="h-9 w-16" />
                <Skeleton className="h-4 flex-1" />
              </div>
            ))}
          </div>
        </div>
      );
    case 'cut':
      return (
        <div className="flex min-h-0 flex-1 flex-col">
          <div className="flex min-h-0 flex-1">
            <div className="flex w-66 shrink-0 flex-col gap-3 overflow-hidden border-r border-line bg-panel p-3">
              {places(8).map((i) => (
                <Skeleton key={i} className="h-10 shrink-0" />
              ))}
            </div>
            <div className="flex min-w-0 flex-1 items-center justify-center">
              <Skeleton className="aspect-video max-h-full w-5/6" />
            </div>
            <div className="flex w-69 shrink-0 flex-col gap-3 overflow-hidden border-l border-line bg-panel p-3">
              {places(5).map((i) => (
                <Skeleton key={i} className="h-7 shrink-0" />
              ))}
            </div>
          </div>
          <div className="flex h-2/5 flex-col gap-1 overflow-hidden border-t border-line bg-panel p-3">
            {places(10).map((i) => (
              <Skeleton key={i} className="h-10 w-full shrink-0" />
            ))}
          </div>
        </div>
      );
    case 'deliver':
    case 'settings':
      return (
        <div className="flex min-h-0 flex-1">
          <div className="flex w-60 flex-col gap-2 border-r border-line bg-panel p-3">
            {places(6).map((i) => (
              <Skeleton key={i} className="h-7 w-full" />
            ))}
          </div>
          <div className="flex flex-1 flex-col gap-3 p-6">
            {lines(8).map(({ place, width }) => (
              <Skeleton key={place} className={`h-5 ${width}`} />
            ))}
          </div>
          {page === 'deliver' ? <div className="w-85 shrink-0 border-l border-line bg-panel" /> : null}
        </div>
      );
    case 'board':
      return (
        <div className="grid min-h-0 flex-1 auto-rows-min grid-cols-[repeat(auto-fill,minmax(212px,1fr))] gap-x-3 gap-y-6 overflow-hidden p-4">
          {places(48).map((i) => (
            <div key={i} className="flex flex-col gap-1">
              <Skeleton className="aspect-video" />
              <Skeleton className="h-4 w-3/4" />
            </div>
          ))}
        </div>
      );
    case 'library':
      return (
        <div className="grid min-h-0 flex-1 auto-rows-min grid-cols-[repeat(auto-fill,minmax(340px,1fr))] gap-4 overflow-hidden p-4">
          {places(15).map((i) => (
            <Skeleton key={i} className="aspect-video" />
          ))}
        </div>
      );
  }
}

function places(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function lines(n: number): readonly { readonly place: number; readonly width: string }[] {
  const widths = ['w-100', 'w-90', 'w-80', 'w-60', 'w-96'];
  return places(n).map((place) => ({ place, width: widths[place % widths.length] ?? 'w-80' }));
}
