import type { SignedInPerson } from '../../contract/account.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { plainName } from '../../domain/sync/plain-words.ts';
import { longestNameChars } from '../../domain/sync/share-messages.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import { createEventQueue } from '../progress/event-queue.ts';
import { cutSizes } from '../shares/cut-sizes.ts';
import { type PublishProgress, publishCut, requireSharing } from '../shares/publish-cut.ts';
import { requireProject } from '../store/require-project.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';

const never = new AbortController().signal;

const unnamed = 'A maker';

/** As watchers see it. An address is nobody's business who only has a link. */
function nameOf(signedIn: SignedInPerson | null): string {
  const { firstName = '', lastName = '' } = signedIn?.person ?? {};
  return plainName(`${firstName} ${lastName}`).slice(0, longestNameChars) || unnamed;
}

/** The way to the service, for a project of this computer. */
function sharingOf({ store, filmSharing }: StudioParts, projectId: ProjectId): FilmSharing {
  unwrap(requireProject(store, projectId));
  return unwrap(requireSharing(filmSharing));
}

export const shareHandlers = {
  list: os.shares.list.handler(async ({ input: { projectId }, context, signal = never }) => [
    ...unwrap(await sharingOf(context, projectId).list(projectId, signal)),
  ]),
  create: os.shares.create.handler(async ({ input: { projectId, ...share }, context, signal = never }) => {
    const sharing = sharingOf(context, projectId);
    const { path, ...link } = unwrap(await sharing.create(projectId, share, signal));
    return { ...link, url: `${sharing.origin}${path}` };
  }),
  revoke: os.shares.revoke.handler(async ({ input: { projectId, shareId }, context, signal = never }) =>
    unwrap(await sharingOf(context, projectId).revoke(projectId, shareId, signal)),
  ),
  cut: os.shares.cut.handler(async ({ input: { projectId }, context, signal = never }) => {
    const cut = unwrap(await sharingOf(context, projectId).shownCut(projectId, signal));
    const madeAtMs = cut?.madeAtMs ?? null;
    return { cut, edits: madeAtMs === null ? null : context.store.editsSince(projectId, madeAtMs) };
  }),
  cutSizes: os.shares.cutSizes.handler(({ input: { projectId }, context: { store, library } }) => [
    ...unwrap(cutSizes(store, library, projectId)),
  ]),
  queueCut: os.shares.queueCut.handler(({ input: { projectId, ...order }, context }) => {
    sharingOf(context, projectId);
    context.house.look();
    const project = unwrap(requireProject(context.store, projectId));
    return unwrap(context.publishQueue.add({ ...order, project }));
  }),
  publish: os.shares.publish.handler(async function* ({ input, context, signal = never }) {
    const sharing = sharingOf(context, input.projectId);
    const left = new AbortController();
    const events = createEventQueue<PublishProgress>();
    const ends = AbortSignal.any([signal, left.signal]);
    const ended = publishCut(context, sharing, input, ends, (progress) =>
      events.pushLatest(progress),
    ).finally(() => events.end());
    // A reader that takes its time must not turn a failure into an unhandled rejection; it is thrown below, when read.
    ended.catch(() => undefined);
    try {
      yield* events.read();
      return unwrap(await ended);
    } finally {
      left.abort();
      await ended.catch(() => undefined);
    }
  }),
  setCommentsClosed: os.shares.setCommentsClosed.handler(
    async ({ input: { projectId, shareId, isClosed }, context, signal = never }) =>
      unwrap(await sharingOf(context, projectId).setCommentsClosed(projectId, shareId, isClosed, signal)),
  ),
  comments: os.shares.comments.handler(({ input: { projectId, after }, context }) => {
    unwrap(requireProject(context.store, projectId));
    return context.comments.changed(projectId, after);
  }),
  exchangeComments: os.shares.exchangeComments.handler(async ({ input: { projectId }, context }) => {
    sharingOf(context, projectId);
    unwrap(await context.comments.exchange(projectId));
    return {};
  }),
  say: os.shares.say.handler(async ({ input: { projectId, ...said }, context }) => {
    sharingOf(context, projectId);
    const name = nameOf((await context.account.state()).signedIn);
    return unwrap(context.comments.say(projectId, { ...said, name }));
  }),
  changeComment: os.shares.changeComment.handler(({ input: { projectId, commentId, change }, context }) => {
    sharingOf(context, projectId);
    return unwrap(context.comments.change(projectId, commentId, change));
  }),
  awaitTake: os.shares.awaitTake.handler(({ input: { projectId, commentId, shotId }, context }) => {
    unwrap(requireProject(context.store, projectId));
    context.awaitedTakes.await(projectId, commentId, shotId);
    return {};
  }),
  settleRefused: os.shares.settleRefused.handler(({ input: { projectId, commentId, how }, context }) => {
    sharingOf(context, projectId);
    return context.comments.settleRefused(projectId, commentId, how);
  }),
};
