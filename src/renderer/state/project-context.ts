import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { EntityOf } from '../../domain/entities.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import type { MirrorStatus, ProjectMirror } from './project-mirror.ts';
import type { ProjectView, ProjectViewStore } from './project-view.ts';
import type { ShotIndex } from './shot-index.ts';

/** The project that is open in this window. */
export interface ProjectContextValue {
  readonly projectId: ProjectId;
  readonly mirror: ProjectMirror;
  /** Shots in film order with numbers, takes and states, kept in step with the mirror. */
  readonly shots: ShotIndex;
  readonly view: ProjectViewStore;
}

export const ProjectContext = createContext<ProjectContextValue | null>(null);

export function useProject(): ProjectContextValue {
  const project = use(ProjectContext);
  if (project === null) throw new Error('There is no project around this component.');
  return project;
}

export function useMirrorStatus(): MirrorStatus {
  const { mirror } = useProject();
  const subscribe = useCallback((listener: () => void) => mirror.subscribe(['project'], listener), [mirror]);
  return useSyncExternalStore(subscribe, mirror.status);
}

/** All rows of a kind, in order; draws again when one of them changes. */
export function useRows<E extends EntityName>(entity: E): readonly EntityOf<E>[] {
  const { mirror } = useProject();
  const subscribe = useCallback(
    (listener: () => void) => mirror.subscribe([entity], listener),
    [mirror, entity],
  );
  return useSyncExternalStore(subscribe, () => mirror.rows(entity));
}

/** One row, or null; draws again when it changes. */
export function useRow<E extends EntityName>(entity: E, id: string | null): EntityOf<E> | null {
  const { mirror } = useProject();
  const subscribe = useCallback(
    (listener: () => void) => mirror.subscribe([entity], listener),
    [mirror, entity],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? null : mirror.row(entity, id)));
}

/** A part of what is selected and where the person is. */
export function useProjectView<T>(select: (view: ProjectView) => T): T {
  return useStore(useProject().view, select);
}
