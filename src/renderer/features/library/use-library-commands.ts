import { useState } from 'react';
import type { ProjectSummary } from '../../../contract/projects.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useUnsavedWords } from '../../ui/unsaved-words.ts';
import { useWords } from '../../words/use-words.ts';

export interface LibraryCommandsOptions {
  /** The project that has the focus; null where none is shown. */
  readonly chosen: ProjectSummary | null;
  readonly inTrash: boolean;
  readonly onRename: (id: ProjectId) => void;
  readonly onDelete: (projects: readonly ProjectSummary[]) => void;
  readonly onShowTrash: (shown: boolean) => void;
}

/** What can be done with a project of the library. */
export interface ProjectDeeds {
  rename(id: ProjectId, title: string): Promise<void>;
  duplicate(id: ProjectId): Promise<void>;
  trash(id: ProjectId): Promise<void>;
  putBack(id: ProjectId): Promise<void>;
  deleteForever(projects: readonly ProjectSummary[]): Promise<void>;
}

/** Attaches the commands of the library to the project that has the focus; answers with the deeds for its menus. */
export function useLibraryCommands(options: LibraryCommandsOptions): ProjectDeeds {
  const { chosen, inTrash, onRename, onDelete, onShowTrash } = options;
  const [lastTrashed, setLastTrashed] = useState<ProjectId | null>(null);
  const deeds = useDeeds(setLastTrashed);
  const withChosen = (deed: (summary: ProjectSummary) => void) => () => {
    if (chosen !== null) deed(chosen);
  };
  const there = (): boolean => chosen !== null && !inTrash;
  const inBin = (): boolean => chosen !== null && inTrash;
  useCommands({
    'library.rename': { run: withChosen(({ project }) => onRename(project.id)), enabled: there },
    'library.duplicate': {
      run: withChosen(({ project }) => void deeds.duplicate(project.id)),
      enabled: there,
    },
    'library.trash': { run: withChosen(({ project }) => void deeds.trash(project.id)), enabled: there },
    'library.putBack': { run: withChosen(({ project }) => void deeds.putBack(project.id)), enabled: inBin },
    'library.putBackLast': {
      run: () => {
        if (lastTrashed !== null) void deeds.putBack(lastTrashed);
      },
      enabled: () => lastTrashed !== null,
    },
    'library.deleteForever': { run: withChosen((summary) => onDelete([summary])), enabled: inBin },
    'library.showTrash': { run: () => onShowTrash(!inTrash), checked: () => inTrash },
  });
  return deeds;
}

function useDeeds(onTrashed: (id: ProjectId | null) => void): ProjectDeeds {
  const { client } = useStudio();
  const call = useCall();
  const status = useStatusLine();
  const words = useWords('library');
  const unsavedWords = useUnsavedWords();
  return {
    async rename(projectId, title) {
      const rename = () =>
        call(
          () => client.projects.rename({ projectId, title }),
          () => words.renamed(title),
        );
      // The field is gone by now; a title that the drive refuses is kept all the same.
      if (unsavedWords === null) await rename();
      else
        unsavedWords.save(
          rename,
          () => true,
          () => undefined,
        );
    },
    async duplicate(projectId) {
      await call(
        () => client.projects.duplicate({ projectId }),
        ({ project }) => words.duplicated(project.title),
      );
    },
    async trash(projectId) {
      const done = await call(() => client.projects.setTrashed({ projectId, trashed: true }));
      if (done === null) return;
      onTrashed(projectId);
      status.say(words.trashed(done.project.title), 'done', 'library.putBackLast');
    },
    async putBack(projectId) {
      const done = await call(
        () => client.projects.setTrashed({ projectId, trashed: false }),
        ({ project }) => words.putBack(project.title),
      );
      if (done !== null) onTrashed(null);
    },
    async deleteForever(projects) {
      let deleted = 0;
      for (const { project } of projects) {
        const done = await call(
          () => client.projects.deleteForever({ projectId: project.id }),
          projects.length > 1 ? undefined : ({ title }) => words.deleted(title),
        );
        // What could not be deleted has been said; the others are not held up by it.
        if (done !== null) deleted++;
      }
      if (projects.length > 1 && deleted > 0) status.say(words.deletedMany(deleted));
    },
  };
}
