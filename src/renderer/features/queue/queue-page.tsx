import { Activity, CircleHelp, ListChecks, SearchCheck } from 'lucide-react';
import { hashOf, type QueueSheet, queueSheets } from '../../state/route.ts';
import { useStudioState } from '../../state/studio-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconType } from '../../ui/icon.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';
import { FindSheet } from './find/find-sheet.tsx';
import { JobsSheet } from './list/jobs-sheet.tsx';
import { ProvidersSheet } from './providers/providers-sheet.tsx';
import type { QueueRoute } from './queue-route.ts';
import { StatesSheet } from './states/states-sheet.tsx';

const icons: Readonly<Record<QueueSheet, IconType>> = {
  jobs: ListChecks,
  find: SearchCheck,
  providers: Activity,
  states: CircleHelp,
};

/** The queue of all projects, and what belongs to it: results that providers hold, how they are, what the states mean. */
export function QueuePage({ route }: { readonly route: QueueRoute }) {
  const words = useWords('queue');
  const formats = useFormats();
  const counts = useStudioState((state) => state.queueCounts);
  const { sheet } = route;
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label={words.title}
        className="w-50 shrink-0 overflow-y-auto border-r border-line bg-panel py-2 max-lg:w-12"
      >
        <h1 className="px-3 pt-1 pb-2 text-sm font-medium text-muted max-lg:sr-only">{words.title}</h1>
        {queueSheets.map((name) => (
          <a
            key={name}
            href={hashOf({ at: 'queue', sheet: name })}
            aria-current={name === sheet ? 'page' : undefined}
            title={words.sheets[name]}
            className={classNames(
              'flex h-7 w-full items-center gap-2 px-3 text-left text-base -outline-offset-2 transition-colors duration-100',
              name === sheet ? 'bg-pressed text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            <Icon of={icons[name]} />
            <span className="min-w-0 flex-1 truncate max-lg:sr-only">{words.sheets[name]}</span>
            {name === 'jobs' && counts !== null && counts.attention > 0 ? (
              <Badge tone="accent" className="max-lg:hidden">
                {formats.number(counts.attention)}
              </Badge>
            ) : null}
          </a>
        ))}
      </nav>
      <Sheet route={route} />
    </div>
  );
}

function Sheet({ route }: { readonly route: QueueRoute }) {
  switch (route.sheet) {
    case 'jobs':
      return <JobsSheet route={route} />;
    case 'find':
      return <FindSheet />;
    case 'providers':
      return <ProvidersSheet />;
    case 'states':
      return <StatesSheet />;
  }
}
