import type { Take } from '../../domain/assets/take.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import type { ProjectMirror } from './project-mirror.ts';
import { currencyOf, type ShotCurrency } from './shot-facts.ts';

interface KnownCurrency {
  readonly shot: Shot;
  readonly still: Take | null;
  readonly clip: Take | null;
  readonly currency: ShotCurrency;
}

/** Whether chosen takes are of the shots as they are now. Comparing them costs much, so what is known is kept. */
export interface ShotCurrencies {
  of(shot: Shot, still: Take | null, clip: Take | null): ShotCurrency;
  forget(shotId: string): void;
  /** The project, its cast or its places changed, or what models look at. */
  forgetAll(): void;
}

/** @param mostReferences how many reference pictures a model looks at; null for a model that no list has. */
export function createShotCurrencies(
  mirror: ProjectMirror,
  mostReferences: (provider: string, model: string) => number | null,
): ShotCurrencies {
  const known = new Map<string, KnownCurrency>();
  return {
    of(shot, still, clip) {
      const before = known.get(shot.id);
      if (before?.shot === shot && before.still === still && before.clip === clip) return before.currency;
      const project = mirror.rows('project')[0];
      const currency =
        project === undefined
          ? { still: true, clip: true }
          : currencyOf(shot, still, clip, {
              project,
              cast: mirror.rows('cast'),
              places: mirror.rows('place'),
              takeOf: (id) => mirror.row('take', id),
              requestOf: (id) => mirror.row('job', id)?.request ?? null,
              mostReferences,
              slate: null,
            });
      known.set(shot.id, { shot, still, clip, currency });
      return currency;
    },
    forget: (shotId) => void known.delete(shotId),
    forgetAll: () => known.clear(),
  };
}
