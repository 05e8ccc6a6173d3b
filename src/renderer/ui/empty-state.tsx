import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './icon.tsx';

export interface EmptyStateProps {
  readonly icon?: IconType | undefined;
  readonly title: string;
  /** What this place is for. */
  readonly text: ReactNode;
  /** One thing to do, perhaps an example beside it. */
  readonly actions?: ReactNode;
  /** `inline` for a panel or a list, where it stands at the top. */
  readonly look?: 'page' | 'inline' | undefined;
  readonly className?: string | undefined;
}

/** What a place says while there is nothing in it: what it is for, and what to do. */
export function EmptyState({ icon, title, text, actions, look = 'page', className }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        'flex min-w-0',
        look === 'page' ? 'h-full overflow-y-auto p-8 pb-20' : 'p-4',
        className,
      )}
    >
      <div className={classNames('flex max-w-100 min-w-0 gap-3', look === 'page' && 'm-auto')}>
        {icon === undefined ? null : <Icon of={icon} size={20} className="mt-0.5 text-faint" />}
        <div className="min-w-0">
          <h2 className="text-lg font-medium text-text">{title}</h2>
          <div className="mt-1 text-base text-muted">{text}</div>
          {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
        </div>
      </div>
    </div>
  );
}
