import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface ErrorStateProps {
  readonly title: string;
  /** What happened, what was kept, what to do next. */
  readonly text: ReactNode;
  readonly actions?: ReactNode;
  readonly look?: 'page' | 'inline' | undefined;
  /** 1 where it stands in place of a page and its heading. */
  readonly level?: 1 | 2 | undefined;
  readonly className?: string | undefined;
}

/** What a place says when what belongs there could not be had. */
export function ErrorState({ title, text, actions, look = 'page', level = 2, className }: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      role="alert"
      className={classNames(
        'flex min-w-0',
        look === 'page' ? 'h-full overflow-y-auto p-8 pb-20' : 'p-4',
        className,
      )}
    >
      <div className={classNames('flex max-w-110 min-w-0 gap-3', look === 'page' && 'm-auto')}>
        <Icon of={TriangleAlert} size={20} className="mt-0.5 text-bad" />
        <div className="min-w-0">
          <Heading className="text-lg font-medium text-text">{title}</Heading>
          <div className="selectable mt-1 text-base break-words text-muted">{text}</div>
          {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
        </div>
      </div>
    </div>
  );
}
