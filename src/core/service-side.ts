import type { ProjectId } from '../domain/kernel/ids.ts';
import type { Fault } from '../domain/kernel/result.ts';
import type { Account } from './account/account.ts';
import { createAccount } from './account/create-account.ts';
import { keepAccountToken } from './account/keep-token.ts';
import { createKeyChanges, type KeyChanges } from './account/key-changes.ts';
import { serviceToken } from './account/service-token.ts';
import type { Announcements } from './announcements/announcements.ts';
import type { Secrets } from './logs/secrets.ts';
import { createKeptRemotes } from './machine-state/kept-remotes.ts';
import type { FilmSharing } from './ports/film-sharing.ts';
import type { MediaStore } from './ports/media-store.ts';
import type { ServiceAccount } from './ports/service-account.ts';
import type { TokenSource } from './ports/sync-service.ts';
import { type CommentDesk, createCommentDesk } from './shares/comment-desk.ts';
import { bundledMigrations } from './store/migrations/bundled.ts';
import type { StudioPorts } from './studio-parts.ts';
import { type ChosenService, createChosenService } from './sync/chosen-service.ts';
import { createSyncEngine, type SyncEngine } from './sync/sync-engine.ts';

export interface ServiceSideParts {
  readonly secrets: Secrets;
  readonly announcements: Announcements;
  readonly report: Parameters<typeof createSyncEngine>[0]['report'];
  /** Watchers have said something of a film. */
  readonly onSaid: (title: string, projectId: ProjectId, names: readonly string[]) => void;
  /** What the person calls this computer. */
  readonly deviceName: () => string;
  /** The service refuses a film, with the reason. */
  readonly onRefused: (title: string, projectId: ProjectId, reason: Fault) => void;
}

/** What the studio has of other devices and people: who is signed in, where projects are mirrored, and by what. */
export interface ServiceSide {
  readonly account: Account;
  readonly serviceAccount: ServiceAccount | null;
  readonly keyChanges: KeyChanges;
  readonly filmSharing: FilmSharing | null;
  readonly comments: CommentDesk;
  readonly mediaStore: MediaStore | null;
  readonly syncPlace: ChosenService;
  readonly sync: SyncEngine;
}

/** It works on the store itself: what comes from elsewhere may be written where a person here may only look. */
export function createServiceSide(
  ports: StudioPorts,
  { secrets, announcements, report, onSaid, onRefused, deviceName }: ServiceSideParts,
): ServiceSide {
  const { store, clock, ids, random } = ports;
  const account = createAccount({
    ...{ home: store.home, readOnly: store.readOnly, clock, ids },
    ports: ports.accountPorts ?? null,
    tokens: keepAccountToken(ports.keys, secrets),
    // A single command asks nobody by itself.
    asksAtStart: ports.host.kind !== 'cli',
  });
  const token: TokenSource = (renew) => serviceToken(account, renew);
  const syncPlace = createChosenService({
    usual: ports.openSyncService?.(token) ?? null,
    open: ports.openOwnDatabase ?? null,
    keys: ports.keys,
    learn: (secret) => secrets.learn(secret),
    mirrored: () => store.sync.places().length,
  });
  const filmSharing = ports.openFilmSharing?.(token) ?? null;
  const comments = createCommentDesk({
    ...{ rows: store.comments, clock, random, report },
    sharing: () => (syncPlace.isOwn() ? null : filmSharing),
    isMirrored: (projectId) => store.sync.places().some((place) => place.projectId === projectId),
    onChange: () => announcements.announce('comments'),
    onSaid: (projectId, names) => onSaid(store.row('project', projectId)?.title ?? '', projectId, names),
  });
  const sync = createSyncEngine({
    ...{ store, rows: store.sync, clock, random },
    service: syncPlace.service,
    isServiceSet: syncPlace.isSet,
    deviceName,
    schema: bundledMigrations.length,
    known: createKeptRemotes(store.home, store.readOnly),
    onChange: () => announcements.announce('sync'),
    onRefused: (projectId, reason) =>
      onRefused(store.row('project', projectId)?.title ?? '', projectId, reason),
    // Who may only read the data folder keeps nothing.
    ...(store.readOnly ? {} : { onComments: comments.heard }),
    report,
  });
  const serviceAccount = ports.openServiceAccount?.(token) ?? null;
  return {
    ...{ account, syncPlace, sync, filmSharing, comments, serviceAccount },
    keyChanges: createKeyChanges({
      ...{ account, service: serviceAccount, home: store.home, readOnly: store.readOnly, clock },
    }),
    mediaStore: ports.openMediaStore?.(token) ?? null,
  };
}
