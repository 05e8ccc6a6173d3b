import type { Notice } from '../../../contract/studio.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useCall } from '../../actions/use-edit.ts';
import { hashOf, type ProjectPage } from '../../state/route.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { actionOfNotice, sheetOfNotice } from './notice-action.ts';

/** The button of a notice: its words and what it does; null where there is nothing to do. */
export function useNoticeAction(): (
  notice: Notice,
) => { readonly label: string; readonly run: () => void } | null {
  const { client, host, navigate } = useStudio();
  const call = useCall();
  const words = useWords('activities');
  const isOpen = (projectId: ProjectId | null): boolean =>
    projectId !== null && location.hash.startsWith(`#/project/${projectId}/`);
  const goTo = (label: string, projectId: ProjectId | null, page: ProjectPage) => {
    if (projectId === null) return null;
    const route = { at: 'project', projectId, page } as const;
    // Who is there already needs no way to it.
    return location.hash.startsWith(hashOf(route)) ? null : { label, run: () => navigate(route) };
  };
  return (notice) => {
    const { activityId, path, projectId } = notice;
    switch (actionOfNotice(notice, host.capabilities.revealFiles)) {
      case 'go-on':
        return {
          label: words.goOn,
          run: () => {
            if (activityId !== null) void call(() => client.activities.goOn({ activityId }));
          },
        };
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
        return goTo(words.showDeliver, projectId, 'deliver');
      case 'open-project':
        return goTo(isOpen(projectId) ? words.showBoard : words.openProject, projectId, 'board');
      case null:
        return null;
    }
  };
}
