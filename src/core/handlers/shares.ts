import type { SignedInPerson } from '../../contract/account.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { longestNameChars } from '../../domain/sync/share-messages.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import { createEventQueue } from '../progress/event-queue.ts';
import { type PublishProgress, publishCut, requireSharing } from '../shares/publish-cut.ts';
import { requireProject } from '../store/require-project.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';

const never = new AbortController().signal;

const unnamed = 'A maker';

/** As watchers see it. An address is nobody's business who only has a link. */
function nameOf(signedIn: SignedInPerson | null): string {
  const { firstName = '', lastName = '' } = signedIn?.person ?? {};
  return `${firstName} ${lastName}`.trim().slice(0, longestNameChars) || unnamed;
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
  comments: os.shares.comments.handler(async ({ input: { projectId, after }, context, signal = never }) =>
    unwrap(await sharingOf(context, projectId).comments(projectId, after, signal)),
  ),
  say: os.shares.say.handler(async ({ input: { projectId, ...said }, context, signal = never }) => {
    const sharing = sharingOf(context, projectId);
    const name = nameOf((await context.account.state()).signedIn);
    return unwrap(await sharing.say(projectId, { ...said, name }, signal));
  }),
  changeComment: os.shares.changeComment.handler(
    async ({ input: { projectId, commentId, change }, context, signal = never }) =>
      unwrap(await sharingOf(context, projectId).changeComment(projectId, commentId, change, signal)),
  ),
};
