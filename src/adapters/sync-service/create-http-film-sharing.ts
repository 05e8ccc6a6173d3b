import type { FilmSharing } from '../../core/ports/film-sharing.ts';
import { ok } from '../../domain/kernel/result.ts';
import {
  CommentPage,
  CutAnswer,
  CutComment,
  CutState,
  MadeShare,
  ShareLink,
  ShareList,
} from '../../domain/sync/share-messages.ts';
import { askService, type ServiceLine } from './service-line.ts';
import { uploadFile } from './upload-file.ts';

/** A piece of a film may take its time on a slow line; whoever waits sees how far it is. */
const timeouts = { connectMs: 10_000, answerMs: 120_000, silenceMs: 60_000 } as const;

/** Links, cuts and comments at the sync service, over HTTP. */
export function createHttpFilmSharing(options: Pick<ServiceLine, 'origin' | 'token' | 'clock'>): FilmSharing {
  const line: ServiceLine = { ...options, timeouts };
  const at = (projectId: string, rest: string): string =>
    `/api/projects/${encodeURIComponent(projectId)}/${rest}`;
  return {
    origin: options.origin.origin,
    create: (projectId, json, signal) =>
      askService(line, { method: 'POST', path: at(projectId, 'share'), json, answer: MadeShare, signal }),
    async list(projectId, signal) {
      const path = at(projectId, 'share');
      const asked = await askService(line, { method: 'GET', path, answer: ShareList, signal });
      return asked.ok ? ok(asked.value.shares) : asked;
    },
    revoke(projectId, shareId, signal) {
      const path = at(projectId, `share/${encodeURIComponent(shareId)}`);
      return askService(line, { method: 'DELETE', path, answer: ShareLink, signal });
    },
    setCommentsClosed(projectId, shareId, isClosed, signal) {
      const path = at(projectId, `share/${encodeURIComponent(shareId)}`);
      const json = { commentsClosed: isClosed };
      return askService(line, { method: 'POST', path, json, answer: ShareLink, signal });
    },
    async shownCut(projectId, signal) {
      const path = at(projectId, 'cut');
      const asked = await askService(line, { method: 'GET', path, answer: CutAnswer, signal });
      return asked.ok ? ok(asked.value.cut) : asked;
    },
    announceCut: (projectId, json, signal) =>
      askService(line, { method: 'POST', path: at(projectId, 'cut'), json, answer: CutState, signal }),
    sendFilm: (projectId, film, flow) => uploadFile(line, at(projectId, 'assets'), film, flow),
    comments(projectId, after, signal) {
      const path = at(projectId, `comments?after=${after}`);
      return askService(line, { method: 'GET', path, answer: CommentPage, signal });
    },
    say: (projectId, json, signal) =>
      askService(line, { method: 'POST', path: at(projectId, 'comments'), json, answer: CutComment, signal }),
    changeComment(projectId, commentId, change, signal) {
      const path = at(projectId, `comments/${encodeURIComponent(commentId)}`);
      return askService(line, { method: 'POST', path, json: change, answer: CutComment, signal });
    },
  };
}
