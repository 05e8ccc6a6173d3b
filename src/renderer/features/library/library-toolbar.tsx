import { ArrowLeft, Plus, Trash2 } from 'lucide-react';
import type { Ref } from 'react';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';
import { type ProjectSort, projectSorts } from './sort-projects.ts';

export interface LibraryToolbarProps {
  readonly count: number | null;
  readonly trashCount: number;
  readonly inTrash: boolean;
  readonly onTrash: (shown: boolean) => void;
  readonly onEmptyTrash: () => void;
  readonly search: string;
  readonly onSearch: (words: string) => void;
  readonly onLeaveSearch: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly sort: ProjectSort;
  readonly onSort: (sort: ProjectSort) => void;
}

/** The row over the posters: what is shown, how it is sorted, what can be made. */
export function LibraryToolbar(props: LibraryToolbarProps) {
  const { count, trashCount, inTrash, onTrash, onEmptyTrash } = props;
  const { search, onSearch, onLeaveSearch, searchRef, sort, onSort } = props;
  const words = useWords('library');
  const formats = useFormats();
  const newProject = useCommandButton('project.new');
  return (
    <div
      role="toolbar"
      aria-label={words.title}
      className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-panel px-4"
    >
      {inTrash ? (
        <IconButton
          icon={ArrowLeft}
          size="small"
          label={words.backToProjects}
          onClick={() => onTrash(false)}
        />
      ) : null}
      <h1 className="text-lg font-semibold">{inTrash ? words.trash : words.title}</h1>
      {count === null ? null : (
        <span className="text-base text-faint tabular-nums" role="status">
          {formats.number(count)}
        </span>
      )}
      <span className="flex-1" />
      {inTrash ? (
        <Button size="small" variant="danger" disabled={trashCount === 0} onClick={onEmptyTrash}>
          {words.emptyTrash}
        </Button>
      ) : (
        <>
          <search
            className="w-72 min-w-32"
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              onLeaveSearch();
            }}
          >
            <SearchField ref={searchRef} label={words.searchLabel} value={search} onChange={onSearch} />
          </search>
          <Select
            label={words.sortBy}
            labelAt="hidden"
            className="w-40 min-w-28 shrink"
            value={sort}
            options={projectSorts.map((value) => ({ value, label: words.sorts[value] }))}
            onChange={onSort}
          />
          <IconButton
            icon={Trash2}
            label={words.trashCount(trashCount)}
            onClick={() => onTrash(true)}
            disabled={trashCount === 0}
          />
          {/* In an empty library the sample is the one thing to press. */}
          <Button variant={count === 0 ? 'plain' : 'primary'} icon={Plus} onClick={newProject.onClick}>
            {words.newProject}
          </Button>
        </>
      )}
    </div>
  );
}
