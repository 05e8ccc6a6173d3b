import { patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const textHandlers = {
  list: os.text.list.handler(({ input, context: { store } }) =>
    store.rows('block', unwrap(requireProject(store, input.projectId)).id),
  ),
  editBlock: os.text.editBlock.handler(({ input, context: { store } }) => {
    unwrap(requireProject(store, input.projectId));
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
