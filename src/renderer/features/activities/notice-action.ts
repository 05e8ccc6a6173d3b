import type { Notice } from '../../../contract/studio.ts';

export type NoticeAction = 'show-film' | 'show-deliver' | 'open-project' | 'open-settings';

/** What can be done about a notice from here; null where its words are all there is. */
export function actionOfNotice(
  notice: Pick<Notice, 'code' | 'path' | 'projectId'>,
  canReveal: boolean,
): NoticeAction | null {
  if (/^(disk|key|keys|money|provider|storage)\./.test(notice.code)) return 'open-settings';
  if (notice.path !== null && canReveal) return 'show-film';
  if (notice.projectId === null) return null;
  return notice.code.startsWith('export.') ? 'show-deliver' : 'open-project';
}
