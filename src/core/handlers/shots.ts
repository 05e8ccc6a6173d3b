import { formatShotList } from '../../domain/shots/format-shot-list.ts';
import { os } from './implementer.ts';

export const shotHandlers = {
  list: os.shots.list.handler(({ input, context }) => context.store.rows('shot', input.projectId)),
  print: os.shots.print.handler(({ input, context: { store } }) => ({
    text: formatShotList(store.rows('scene', input.projectId), store.rows('shot', input.projectId)),
  })),
};
