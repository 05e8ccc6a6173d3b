import { useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useProject, useRow } from '../../state/project-context.ts';
import { projectPages } from '../../state/route.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';

/** Commands of the open project that every page has: its pages, a copy, the trash. */
export function useProjectCommands(): void {
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const call = useCall();
  const words = useWords('shell');
  const known = (): boolean => project !== null;
  const [write, board, cut, deliver] = projectPages.map((page) => ({
    run: () => navigate({ at: 'project', projectId, page }),
  }));
  const trash = async (): Promise<void> => {
    const done = await call(
      () => client.projects.setTrashed({ projectId, trashed: true }),
      (summary) => words.projectTrashed(summary.project.title),
    );
    if (done !== null) navigate({ at: 'library' });
  };
  const duplicate = async (): Promise<void> => {
    const copy = await call(
      () => client.projects.duplicate({ projectId }),
      (summary) => words.projectDuplicated(summary.project.title),
    );
    if (copy !== null) navigate({ at: 'project', projectId: copy.project.id, page: 'board' });
  };
  useCommands({
    ...(write && board && cut && deliver
      ? { 'app.write': write, 'app.board': board, 'app.cut': cut, 'app.deliver': deliver }
      : {}),
    'project.trash': { run: () => void trash(), enabled: known },
    'project.duplicate': { run: () => void duplicate(), enabled: known },
  });
}
