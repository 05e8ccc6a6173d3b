import { patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const textHandlers = {
  list: os.text.list.handler(({ input, context }) => context.store.rows('block', input.projectId)),
  editBlock: os.text.editBlock.handler(({ input, context: { store } }) => {
    const block = store.row('block', input.blockId);
    if (block === null || block.projectId !== input.projectId) {
      return unwrap(fail('text.no-block', 'That paragraph is not there any more. Nothing was changed.'));
    }
    return commitEdit(
      store,
      input.projectId,
      'Edit text',
      patchOf([updateChange('block', block, { text: input.text })]),
    );
  }),
};
