import { ListChecks } from 'lucide-react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { QueueRoute } from '../queue-route.ts';

/** The list while its first rows are read. */
export function ListLoading({ label }: { readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="flex min-w-0 flex-1 flex-col overflow-hidden">
      {Array.from({ length: 14 }, (_, n) => n).map((n) => (
        <div key={n} className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-3">
          <Skeleton className="h-9 w-16" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </div>
  );
}

/** What stands in place of a list without jobs. */
export function ListEmpty({ route }: { readonly route: QueueRoute }) {
  const words = useWords('queue');
  const isOpen = route.group === undefined;
  return (
    <div className="min-w-0 flex-1">
      <EmptyState
        icon={ListChecks}
        title={isOpen ? words.emptyTitle : words.noneTitle}
        text={isOpen ? words.emptyText : words.noneText}
      />
    </div>
  );
}
