import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { NewNotice } from './notice-board.ts';

/** What a person is told when a film is not kept the same on other devices any more, with the service's reason. */
export function refusedProject(title: string, projectId: ProjectId, { code, message }: Fault): NewNotice {
  return {
    level: 'warning',
    code,
    message: `"${title}" is not kept the same on your devices at the moment. ${message}`,
    projectId,
  };
}
