import type { Studio } from '../../core/studio.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Served } from '../line/questions.ts';
import type { StudioQuestions } from '../line/studio-messages.ts';

/** What the main process asks, answered by the studio: where files are, never what is in them. */
export function answerMain(studio: Studio | null): Served<StudioQuestions> {
  const withStudio = async <T>(
    answer: (parts: Studio['parts']) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> =>
    studio === null
      ? fail('studio.gone', 'The studio has not opened yet. Try once more.')
      : answer(studio.parts);
  return {
    locate: ({ assetId }) => withStudio(({ library }) => library.viewPath(AssetId.parse(assetId))),
    thumbnails: ({ assetId, frames, heightPx }) =>
      withStudio(({ library }) => library.thumbnails(AssetId.parse(assetId), frames, heightPx)),
    waveform: ({ assetId, bucketsPerSecond }) =>
      withStudio(({ library }) => library.waveform(AssetId.parse(assetId), bucketsPerSecond)),
    adoptUpload: ({ path, fileName }) => withStudio(({ uploads }) => uploads.adopt(path, fileName)),
    linkArrived: ({ link }) => withStudio(({ account }) => ok(account.linkArrived(link))),
    wroteFilm: ({ path }) =>
      withStudio(({ store }) =>
        ok(
          store
            .projects()
            .some((project) => store.rows('export', project.id).some((film) => film.path === path)),
        ),
      ),
  };
}
