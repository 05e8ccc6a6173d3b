import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '../../../contract/projects/search-hit.ts';
import type { ProjectSummary } from '../../../contract/projects.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useCommands } from '../../actions/use-commands.ts';
import type { ProjectPage } from '../../state/route.ts';
import { routeOfHit } from '../../state/route-of-hit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { NewProjectDialog } from './creating/new-project-dialog.tsx';
import { DeleteDialog } from './deleting/delete-dialog.tsx';
import { DropZone } from './dropping/drop-zone.tsx';
import { SearchResults } from './finding/search-results.tsx';
import { useSearch } from './finding/use-search.ts';
import { LibraryBody } from './library-body.tsx';
import { LibraryToolbar } from './library-toolbar.tsx';
import { useProjectEntries } from './project-entries.ts';
import { useSample } from './sample/use-sample.ts';
import { type ProjectSort, readSort, sortProjects } from './sort-projects.ts';
import { useLibraryCommands } from './use-library-commands.ts';
import { useNewProjects } from './use-new-projects.ts';
import { usePasted } from './use-pasted.ts';
import { useProjectList } from './use-project-list.ts';

/** All projects: find one, make one, put one away. `elsewhere` are those that are not on this computer. */
export function LibraryPage({ elsewhere }: { readonly elsewhere: ReactNode }) {
  const { navigate } = useStudio();
  const words = useWords('library');
  const status = useStatusLine();
  const { lists, fault, readAgain } = useProjectList();
  const [inTrash, setInTrash] = useState(false);
  const [activeId, setActiveId] = useState<ProjectId | null>(null);
  const [renamingId, setRenamingId] = useState<ProjectId | null>(null);
  const [deleting, setDeleting] = useState<readonly ProjectSummary[] | null>(null);
  const [typed, setTyped] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const sort = useSort();
  const search = useSearch(inTrash ? '' : typed);
  const newProjects = useNewProjects();
  const sample = useSample();

  const shown = useMemo(
    () =>
      lists === null
        ? null
        : sortProjects(inTrash ? lists.trashed : lists.projects, sort.sort, document.documentElement.lang),
    [lists, inTrash, sort.sort],
  );
  const chosen = shown?.find(({ project }) => project.id === activeId) ?? null;
  const open = ({ project }: ProjectSummary, at: ProjectPage = 'write'): void =>
    navigate({ at: 'project', projectId: project.id, page: at });
  const showTrash = (next: boolean): void => {
    setInTrash(next);
    setActiveId(null);
    setTyped('');
  };
  // The last one leaves by being put back or deleted.
  const isTrashGone = inTrash && lists !== null && lists.trashed.length === 0;
  useEffect(() => {
    if (isTrashGone) setActiveId(null);
  }, [isTrashGone]);

  const deeds = useLibraryCommands({
    chosen,
    inTrash,
    onRename: setRenamingId,
    onDelete: setDeleting,
    onShowTrash: showTrash,
  });
  useCommands({
    'project.new': { run: () => newProjects.begin({ mode: 'file', source: null }) },
    'project.open': { run: newProjects.openFile },
    'project.paste': { run: () => newProjects.begin({ mode: 'words', source: null }) },
    'project.sample': { run: sample.start, enabled: () => !sample.busy },
    'project.search': {
      run: () => {
        // Not later, where it can be helped: what is typed next belongs into it.
        if (!inTrash) return searchField.current?.select();
        showTrash(false);
        requestAnimationFrame(() => searchField.current?.select());
      },
    },
  });
  usePasted(
    (pasted) => newProjects.begin({ mode: 'words', source: { from: 'words', words: pasted } }),
    newProjects.takeFiles,
  );
  const entriesOf = useProjectEntries({
    open,
    rename: ({ project }) => setRenamingId(project.id),
    duplicate: ({ project }) => void deeds.duplicate(project.id),
    trash: ({ project }) => void deeds.trash(project.id),
    putBack: ({ project }) => void deeds.putBack(project.id),
    deleteForever: (summary) => setDeleting([summary]),
  });
  const openHit = (hit: SearchHit): void => navigate(routeOfHit(hit));
  const isSearching = search.is !== 'idle';

  return (
    <DropZone onFiles={newProjects.takeFiles}>
      <div ref={page} className="flex min-h-0 flex-1 flex-col">
        <LibraryToolbar
          count={shown?.length ?? null}
          trashCount={lists?.trashed.length ?? 0}
          inTrash={inTrash}
          onTrash={showTrash}
          onEmptyTrash={() => setDeleting(lists?.trashed ?? [])}
          search={typed}
          onSearch={setTyped}
          onLeaveSearch={() =>
            page.current
              ?.querySelector<HTMLElement>('[data-results] button, [role="gridcell"][tabindex="0"]')
              ?.focus()
          }
          searchRef={searchField}
          sort={sort.sort}
          onSort={sort.choose}
        />
        {isSearching || inTrash ? null : elsewhere}
        {isSearching ? (
          <SearchResults state={search} onOpen={openHit} onLeave={() => searchField.current?.focus()} />
        ) : (
          <LibraryBody
            shown={shown}
            fault={fault}
            onRetry={readAgain}
            inTrash={inTrash}
            sample={sample}
            onOpenFile={newProjects.openFile}
            onPaste={() => newProjects.begin({ mode: 'words', source: null })}
            grid={{
              label: inTrash ? words.trashGrid : words.grid,
              activeId,
              onActive: setActiveId,
              onOpen: (summary) => {
                if (!inTrash) open(summary);
                else setActiveId(summary.project.id);
              },
              entriesOf,
              renamingId,
              onRename: ({ project }, title) => {
                setRenamingId(null);
                if (title !== null) void deeds.rename(project.id, title);
              },
            }}
          />
        )}
      </div>
      {newProjects.start === null ? null : (
        <NewProjectDialog
          start={newProjects.start}
          onClose={newProjects.end}
          onMade={(projectId) => {
            newProjects.end();
            status.say(words.madeOne);
            navigate({ at: 'project', projectId, page: 'write' });
          }}
        />
      )}
      {deleting === null ? null : (
        <DeleteDialog
          projects={deleting}
          onClose={() => setDeleting(null)}
          onDelete={async () => {
            await deeds.deleteForever(deleting);
            setDeleting(null);
          }}
        />
      )}
    </DropZone>
  );
}

/** How projects are sorted; kept for this person. */
function useSort(): { readonly sort: ProjectSort; readonly choose: (sort: ProjectSort) => void } {
  const { client } = useStudio();
  const stored = useStudioState((state) => state.preferences['library.sort']);
  const [picked, setPicked] = useState<ProjectSort | null>(null);
  return {
    sort: picked ?? readSort(stored),
    choose: (next) => {
      setPicked(next);
      // Shown at once; where it cannot be kept it is for this time only.
      client.studio.setPreference({ name: 'library.sort', value: next }).catch(() => undefined);
    },
  };
}
