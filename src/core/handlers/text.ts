import { BlockId } from '../../domain/kernel/ids.ts';
import { patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { followTextPatch } from '../../domain/shots/commands/follow-text.ts';
import { printText } from '../../domain/text/printing/print-text.ts';
import { replaceText } from '../pipeline/story-to-text/replace-text.ts';
import type { IdSource } from '../ports/id-source.ts';
import { requireProject } from '../store/require-project.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';
import { commitTextEdit } from './text/commit-text-edit.ts';

const newBlockId = (ids: IdSource): BlockId => BlockId.parse(ids.newId());

export const textHandlers = {
  list: os.text.list.handler(({ input, context: { store } }) =>
    store.rows('block', unwrap(requireProject(store, input.projectId)).id),
  ),
  editBlock: os.text.editBlock.handler(({ input: { projectId, ...input }, context }) =>
    commitTextEdit(context, projectId, 'Edit text', { edit: 'editBlock', ...input }),
  ),
  setKind: os.text.setKind.handler(({ input: { projectId, ...input }, context }) =>
    commitTextEdit(context, projectId, 'Change paragraph kind', { edit: 'setKind', ...input }),
  ),
  insert: os.text.insert.handler(({ input: { projectId, afterBlockId, kind, text, newId }, context }) =>
    commitTextEdit(context, projectId, 'Add paragraph', {
      edit: 'insert',
      afterBlockId,
      added: [{ id: newId ?? newBlockId(context.ids), kind, text }],
    }),
  ),
  insertMany: os.text.insertMany.handler(({ input: { projectId, afterBlockId, blocks }, context }) =>
    commitTextEdit(context, projectId, 'Paste text', {
      edit: 'insert',
      afterBlockId,
      added: blocks.map(({ newId, kind, text }) => ({ id: newId ?? newBlockId(context.ids), kind, text })),
    }),
  ),
  split: os.text.split.handler(({ input: { projectId, newId, ...input }, context }) =>
    commitTextEdit(context, projectId, 'Split paragraph', {
      edit: 'split',
      ...input,
      id: newId ?? newBlockId(context.ids),
    }),
  ),
  merge: os.text.merge.handler(({ input: { projectId, blockId }, context }) =>
    commitTextEdit(context, projectId, 'Join paragraphs', { edit: 'merge', blockId }),
  ),
  delete: os.text.delete.handler(({ input: { projectId, blockIds }, context }) =>
    commitTextEdit(context, projectId, 'Delete paragraphs', { edit: 'delete', blockIds }),
  ),
  cut: os.text.cut.handler(({ input: { projectId, from, to }, context }) =>
    commitTextEdit(context, projectId, 'Delete text', { edit: 'cut', from, to }),
  ),
  replace: os.text.replace.handler(({ input: { projectId, words }, context: { store, readers, ids } }) => {
    const project = unwrap(requireProject(store, projectId));
    const stored = store.rows('block', projectId);
    const { patch } = unwrap(replaceText({ project, words, stored, readers, ids }));
    const shots = followTextPatch(store.rows('shot', projectId), stored, patch);
    return commitEdit(store, projectId, 'Replace text', patchOf([...patch.changes, ...shots.changes]));
  }),
  print: os.text.print.handler(({ input, context: { store } }) => {
    const project = unwrap(requireProject(store, input.projectId));
    return { text: printText(project.sourceKind, store.rows('block', project.id)) };
  }),
};
