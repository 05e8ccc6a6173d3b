import type { Page } from 'playwright';
import type { StudioClient } from '../../src/contract/contract.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { openStudioPage, type PageWish, type StudioPage, showPlace } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

/** As small as a film may be: how large its pictures are is no part of what the specs prove. */
export const smallFilm = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;

/** What has everything drawn, for nothing. */
export const freeChoice = {
  provider: 'animatic',
  stillModel: null,
  clipModel: null,
  slate: null,
} as const;

export interface FilmWish extends PageWish {
  /** The words of the film, as Fountain; null where the spec makes its project itself. */
  readonly story: string | null;
}

/** A studio with one film in it, its window, and its contract without the window. Server host only. */
export interface OpenFilm {
  readonly studio: StudioPage;
  readonly page: Page;
  /** Throws where no film was wished for. */
  readonly projectId: ProjectId;
  /** The contract of the studio that runs now: another one after {@link OpenFilm.kill}. */
  readonly client: StudioClient;
  /** Shows a page of the film (`board`), or one of the studio by its whole hash (`#/queue`). */
  show(where: string): Promise<void>;
  /** What was begun last. */
  activity(): Promise<Awaited<ReturnType<StudioClient['activities']['list']>>[number] | undefined>;
  /** Ends the studio as a crash would, and waits until its keeper has it back. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the studio and makes the film of its words. Nothing is drawn of it unless it is asked for. */
export async function openFilm(wish: FilmWish): Promise<OpenFilm> {
  const studio = await openStudioPage(wish);
  const { page } = studio;
  let calls = await callStudio(studio.server);
  let kills = 0;
  await calls.client.studio.setPreference({ name: 'board.drawStills', value: false });
  const made =
    wish.story === null
      ? null
      : await calls.client.projects.create({
          name: 'lamp.fountain',
          source: { from: 'words', words: wish.story },
          settings: smallFilm,
        });
  return {
    studio,
    page,
    get projectId() {
      if (made === null) throw new Error('This spec wished for no film.');
      return made.project.id;
    },
    get client() {
      return calls.client;
    },
    show(where) {
      return showPlace(page, where.startsWith('#') ? where : `#/project/${made?.project.id}/${where}`);
    },
    async activity() {
      return (await calls.client.activities.list())[0];
    },
    async kill() {
      process.kill(servingPid(studio.home), 'SIGKILL');
      kills += 1;
      await studio.server.seen(new RegExp(`(back at the same address[\\s\\S]*){${kills}}`));
      calls.close();
      calls = await callStudio(studio.server);
    },
    async close() {
      calls.close();
      await studio.close();
    },
  };
}
