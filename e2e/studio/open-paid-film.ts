import { type FalSim, type FalSimOptions, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { type FilmWish, type OpenFilm, openFilm } from './open-film.ts';

/** A key as Fal's look; its stand-in takes no other one unless the spec says so. */
export const falKey = 'test-5d1f6c:0123456789abcdef0123456789abcdef';

export interface PaidFilmWish extends FilmWish {
  readonly sim?: FalSimOptions;
  /** How the studio comes by {@link falKey}: as one that was entered, from its environment, or not yet. */
  readonly key?: 'entered' | 'environment' | 'none';
  /** Has Fal chosen for the Board's button, up to here. */
  readonly upTo?: 'still' | 'clip';
  /** Whole US dollars; without it the first paid click asks for one. */
  readonly budgetUsd?: number;
}

/** A film whose takes are made by Fal's stand-in. */
export interface PaidFilm extends OpenFilm {
  readonly sim: FalSim;
}

/** What is ordered of Fal, with its own choice of models. */
export function paidChoice<Stage extends 'still' | 'clip'>(upTo: Stage) {
  return { provider: 'fal', stillModel: null, clipModel: null, slate: false, upTo } as const;
}

/** What takes as long as a queue does: two looks at a request before it is done, some seconds apart. */
export const slowly = { queueReads: 1, runReads: 1 } as const;

/**
 * Opens a film in a studio that takes Fal's stand-in for Fal. Its clips are small, and everything is done when it is
 * first asked for, unless the spec says otherwise.
 */
export async function openPaidFilm(wish: PaidFilmWish): Promise<PaidFilm> {
  const { key = 'entered', upTo, budgetUsd } = wish;
  const sim = await startFalSim({
    keys: [falKey],
    mostClipHeightPx: 144,
    queueReads: 0,
    runReads: 0,
    ...wish.sim,
  });
  const opened = openFilm({
    ...wish,
    env: {
      REELWRIGHT_FAL_URL: sim.origin.origin,
      ...(key === 'environment' ? { FAL_KEY: falKey } : {}),
      ...wish.env,
    },
  });
  // Whatever keeps the studio from opening, the stand-in would keep the test's process from ending.
  const film = await opened.catch(async (error: unknown) => {
    await sim.close();
    throw error;
  });
  const { client } = film;
  if (key === 'entered') await client.keys.set({ provider: 'fal', key: falKey, consentToFile: true });
  if (upTo !== undefined) {
    const value = { provider: 'fal', stillModel: null, clipModel: null, upTo };
    await client.studio.setPreference({ name: 'generation', value });
  }
  if (budgetUsd !== undefined) {
    const budgetUsdMicros = budgetUsd * 1_000_000;
    await client.projects.setBudget({ projectId: film.projectId, budgetUsdMicros });
  }
  const closeFilm = film.close;
  return Object.assign(film, {
    sim,
    async close() {
      await closeFilm();
      await sim.close();
    },
  });
}
