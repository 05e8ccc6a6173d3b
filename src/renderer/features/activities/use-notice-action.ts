import type { Notice } from '../../../contract/studio.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { actionOfNotice, sheetOfNotice } from './notice-action.ts';

/** The button of a notice: its words and what it does; null where there is nothing to do. */
export function useNoticeAction(): (
  notice: Notice,
) => { readonly label: string; readonly run: () => void } | null {
  const { host, navigate } = useStudio();
  const words = useWords('activities');
  return (notice) => {
    const { path, projectId } = notice;
    switch (actionOfNotice(notice, host.capabilities.revealFiles)) {
      case 'open-settings':
        return {
          label: words.openSettings,
          run: () => navigate({ at: 'settings', sheet: sheetOfNotice(notice) ?? 'keys' }),
        };
      case 'show-film':
        return {
          label: words.showFilm,
          run: () => {
            if (path !== null) void host.bridge?.revealFile(path);
          },
        };
      case 'show-deliver':
        return {
          label: words.showDeliver,
          run: () => {
            if (projectId !== null) navigate({ at: 'project', projectId, page: 'deliver' });
          },
        };
      case 'open-project':
        return {
          label: words.openProject,
          run: () => {
            if (projectId !== null) navigate({ at: 'project', projectId, page: 'board' });
          },
        };
      case null:
        return null;
    }
  };
}
