import { type Fault, fail } from '../../domain/kernel/result.ts';

/** Why edits of a project that may only be looked at are refused. */
export const viewerFault: Fault = {
  code: 'sync.read-only',
  message:
    'You may look at this project and not change it, so nothing was saved. Ask its owner to make you an editor, or duplicate the project.',
};

export function noService() {
  return fail(
    'sync.no-service',
    'No sync service is set, so projects stay on this computer. Nothing was changed.',
  );
}

export function notElsewhere(projectId: string) {
  return fail(
    'sync.no-project',
    `Your account sees no project "${projectId}" any more. Nothing was changed.`,
  );
}

export function notMirrored() {
  return fail('sync.off', 'This project is kept on this computer only. Turn sync on for it first.');
}
