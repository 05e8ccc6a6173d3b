import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { NewNotice } from '../machine-state/notice-board.ts';

/** What a person is told when watchers have said something. Names are of whoever typed them: they are quoted, and told apart by that. */
export function newComments(title: string, projectId: ProjectId, names: readonly string[]): NewNotice {
  const [name = ''] = names;
  const message =
    names.length === 1
      ? `"${name}" commented on the cut of "${title}".`
      : `There are ${names.length} new comments on the cut of "${title}".`;
  return { level: 'info', code: 'comment.said', message, projectId };
}
