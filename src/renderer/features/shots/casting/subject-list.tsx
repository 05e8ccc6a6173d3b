import { User } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { Icon } from '../../../ui/icon.tsx';

export interface SubjectEntry {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly pictureId: AssetId | null;
}

/** Names on the left, what is known of the chosen one on the right; below each other in a narrow window. */
export function SubjectList({
  label,
  entries,
  chosenId,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly entries: readonly SubjectEntry[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex h-full min-h-0 max-md:flex-col">
      <ul
        aria-label={label}
        className="w-56 shrink-0 overflow-y-auto border-r border-line p-1 max-md:max-h-28 max-md:w-full max-md:border-r-0 max-md:border-b"
      >
        {entries.map(({ id, name, facts, pictureId }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosenId}
              onClick={() => onChoose(id)}
              className="flex w-full items-center gap-2 rounded-inner px-2 py-1 text-left -outline-offset-2 hover:bg-hover aria-[current=true]:bg-pressed"
            >
              <span className="flex size-8 shrink-0 items-center justify-center overflow-hidden rounded-inner bg-panel text-faint outline-1 -outline-offset-1 outline-line">
                {pictureId === null ? (
                  <Icon of={User} size={14} />
                ) : (
                  <img src={posterAddress(pictureId, 64)} alt="" className="size-full object-cover" />
                )}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base text-text">{name}</span>
                <span className="block truncate text-sm text-muted tabular-nums">{facts}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">{children}</div>
    </div>
  );
}
