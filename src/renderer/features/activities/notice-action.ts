import type { Notice } from '../../../contract/studio.ts';
import type { SettingsSheet } from '../../state/route.ts';

export type NoticeAction = 'go-on' | 'show-film' | 'show-deliver' | 'open-project' | 'open-settings';

/** The sheet of the settings where something can be done about what a code tells of; by the code's first word. */
const sheets: Readonly<Record<string, SettingsSheet>> = {
  disk: 'storage',
  storage: 'storage',
  key: 'keys',
  keys: 'keys',
  provider: 'keys',
  money: 'budgets',
};

export function sheetOfNotice({ code }: Pick<Notice, 'code'>): SettingsSheet | null {
  return sheets[code.split('.')[0] ?? ''] ?? null;
}

/** What can be done about a notice from here; null where its words are all there is. */
export function actionOfNotice(
  notice: Pick<Notice, 'activityId' | 'code' | 'path' | 'projectId'>,
  canReveal: boolean,
): NoticeAction | null {
  if (notice.activityId !== null) return 'go-on';
  if (sheetOfNotice(notice) !== null) return 'open-settings';
  if (notice.path !== null && canReveal) return 'show-film';
  if (notice.projectId === null) return null;
  return notice.code.startsWith('export.') ? 'show-deliver' : 'open-project';
}
