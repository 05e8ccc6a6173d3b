import type { ProjectEvent } from '../contract/projects/project-event.ts';

/** Reads the rows of a watched project to their end; what comes next are changes. */
export async function readUntilReady(events: AsyncIterator<ProjectEvent, unknown>): Promise<void> {
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) throw new Error('The watching ended before the rows were read.');
    if (value.kind === 'ready') return;
  }
}
