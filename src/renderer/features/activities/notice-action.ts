import type { Notice } from '../../../contract/studio.ts';
import type { SettingsSheet } from '../../state/route.ts';

export type NoticeAction =
  | 'show-queue'
  | 'show-jobs'
  | 'try-again'
  | 'go-on'
  | 'show-film'
  | 'show-deliver'
  | 'open-project'
  | 'open-settings';

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

/** What can be done about a notice from here, the first thing first; nothing where its words are all there is. */
export function actionsOfNotice(notice: Acted, canReveal: boolean): readonly NoticeAction[] {
  if (notice.code === 'queue.confirm') return ['show-queue'];
  // What went wrong of a batch is looked at, and asked for again, together.
  const ofBatch: readonly NoticeAction[] =
    notice.batchId === null || notice.level === 'info' ? [] : ['show-jobs', 'try-again'];
  const first = actionOfNotice(notice, canReveal);
  if (first === null || (ofBatch.length > 0 && first === 'open-project')) return ofBatch;
  return [first, ...ofBatch];
}

type Acted = Pick<Notice, 'activityId' | 'batchId' | 'code' | 'level' | 'path' | 'projectId'>;

function actionOfNotice(notice: Acted, canReveal: boolean): NoticeAction | null {
  if (notice.activityId !== null) return 'go-on';
  if (sheetOfNotice(notice) !== null) return 'open-settings';
  if (notice.path !== null && canReveal) return 'show-film';
  if (notice.projectId === null) return null;
  return notice.code.startsWith('export.') ? 'show-deliver' : 'open-project';
}
