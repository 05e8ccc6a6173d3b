import type { Scene } from '../../scenes/scene.ts';
import type { TransitionOut } from '../shot.ts';
import type { SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

type Planned = { scene: Scene; draft: ShotDraft };

/**
 * How prose goes from one scene to the next, which no writer of prose says: to black before the title of a new chapter,
 * with a dissolve where time has passed. A screenplay's own transitions are never touched.
 */
export function joinScenes(planned: Planned[], next: SceneContext, first: ShotDraft | undefined): void {
  const last = planned.at(-1);
  if (last === undefined || first === undefined || !next.narrated || last.draft.kind === 'title') return;
  const passed = next.scene.timeNote !== null && next.scene.timeNote !== last.scene.timeNote;
  if (first.kind === 'title') leave(planned, 'fade-to-black');
  else if (passed) leave(planned, 'dissolve');
}

/** The last picture goes to black. */
export function fadeAtEnd(planned: Planned[]): void {
  leave(planned, 'fade-to-black');
}

function leave(planned: Planned[], transitionOut: TransitionOut): void {
  const last = planned.at(-1);
  if (last !== undefined && last.draft.transitionOut === 'cut') {
    planned[planned.length - 1] = { ...last, draft: { ...last.draft, transitionOut } };
  }
}
