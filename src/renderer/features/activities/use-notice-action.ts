import type { Notice } from '../../../contract/studio.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useCall } from '../../actions/use-edit.ts';
import { hashOf, type ProjectPage } from '../../state/route.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { actionsOfNotice, type NoticeAction, sheetOfNotice } from './notice-action.ts';

export interface NoticeButton {
  readonly label: string;
  readonly run: () => void;
}

/** The buttons of a notice: their words and what they do; none where there is nothing to do. */
export function useNoticeActions(): (notice: Notice) => readonly NoticeButton[] {
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
  const buttonOf = (notice: Notice, action: NoticeAction): NoticeButton | null => {
    const { activityId, batchId, path, projectId } = notice;
    const ofBatch = batchId === null ? {} : { batchId };
    switch (action) {
      case 'show-queue':
        return {
          label: words.openQueue,
          run: () => navigate({ at: 'queue', sheet: 'jobs', group: 'attention' }),
        };
      case 'show-jobs':
        return { label: words.showJobs, run: () => navigate({ at: 'queue', sheet: 'jobs', ...ofBatch }) };
      case 'try-again':
        return {
          label: words.tryAgain,
          run: () => navigate({ at: 'queue', sheet: 'jobs', ...ofBatch, again: true }),
        };
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
    }
  };
  return (notice) =>
    actionsOfNotice(notice, host.capabilities.revealFiles)
      .map((action) => buttonOf(notice, action))
      .filter((button) => button !== null);
}
