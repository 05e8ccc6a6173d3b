import { z } from 'zod';
import { AssetId, ConflictId, ProjectId } from '../domain/kernel/ids.ts';
import { Conflict } from '../domain/sync/conflict.ts';
import { MediaChoice, MediaOverview } from '../domain/sync/media-files.ts';
import { RemoteDevice, RemoteProject, RemovedProject } from '../domain/sync/sync-messages.ts';
import { ProjectSync } from '../domain/sync/sync-status.ts';
import { Activity } from './activities.ts';
import { editRow, row } from './base.ts';
import { KeyKept } from './keys.ts';

/** How projects stand between this computer and the service. */
export const SyncOverview = z.object({
  /** false: this studio was started without a service; everything stays here and nothing else changes. */
  hasService: z.boolean(),
  /** Why the list of projects elsewhere could not be had last time; null when it could. */
  listFault: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Projects of this computer that are mirrored. The others are off. */
  projects: z.array(ProjectSync),
  /** Projects that this person can see and that are not here, newest change first. */
  elsewhere: z.array(
    RemoteProject.pick({ id: true, title: true, role: true, organisationId: true, changedAtMs: true }),
  ),
  /** What devices are called that have written to these projects; those without a name are left out. */
  devices: z.array(RemoteDevice.pick({ device: true, name: true })),
});
export type SyncOverview = z.infer<typeof SyncOverview>;

/** What the service holds of this person's films, asked for when somebody looks. */
export const FilmsAtService = z.object({
  /** Those that this person sees there, last changed first. */
  films: z.array(
    RemoteProject.pick({ id: true, title: true, role: true, organisationId: true, changedAtMs: true }).extend(
      {
        /** Whether it is kept the same on this computer. */
        isMirrored: z.boolean(),
      },
    ),
  ),
  /** Those that were taken away and can be brought back by this person, those first that go first. */
  removed: z.array(RemovedProject),
});
export type FilmsAtService = z.infer<typeof FilmsAtService>;

/** A database of the person's own, in the service's place. The connection string goes in and never comes out. */
export const OwnDatabaseFacts = z.object({
  /** Where it is, without who may enter; null while none is set. */
  host: z.string().nullable(),
  kept: KeyKept.nullable(),
  wouldBeKept: KeyKept,
  mayUseFile: z.boolean(),
});
export type OwnDatabaseFacts = z.infer<typeof OwnDatabaseFacts>;

const ofProject = z.object({ projectId: ProjectId });

export const sync = {
  ownDatabase: row.output(OwnDatabaseFacts),
  /**
   * Tries the database, makes its tables, and mirrors projects there from now on. `sync.bad-database`, `sync.place-in-use` (projects
   * are mirrored elsewhere), `sync.database-asleep`, `sync.signed-out` (name or password refused) change nothing.
   */
  setOwnDatabase: row
    .input(z.strictObject({ connectionString: z.string().min(1).max(4_000), keepInFile: z.boolean() }))
    .output(OwnDatabaseFacts),
  /** Forgets the connection string; what the database holds stays there. `sync.place-in-use` changes nothing. */
  removeOwnDatabase: row.output(OwnDatabaseFacts),
  /** The same that windows are told of by `studio.watch`. */
  overview: row.output(SyncOverview),
  /**
   * Keeps a project the same on all devices of this person, or of an organisation's members. Needs the service once, to make it
   * there; `sync.no-service`, `sync.signed-out`, `sync.unreachable` and the other faults of sync change nothing.
   */
  turnOn: row
    .input(ofProject.extend({ organisationId: z.string().min(1).max(200).nullable() }))
    .output(ProjectSync),
  /** Keeps it on this computer only from now on. It stays as it is here and elsewhere. */
  turnOff: row.input(ofProject).output(z.object({})),
  /** Takes over a project that is elsewhere. It appears once its first rows have come. */
  openHere: row.input(ofProject).output(ProjectSync),
  /** Asks the service; `sync.no-service`, `sync.signed-out`, `sync.unreachable` and the other faults of sync where it cannot say. */
  atService: row.output(FilmsAtService),
  /**
   * Takes a project away from all who see it at the service, for its owner: its links end, every device keeps what it has, and
   * nothing of it is sent from here any more. For thirty days `bringBack` undoes it. Done twice it is done once. `sync.read-only`
   * (not the owner), `sync.no-project` and the other faults of sync change nothing.
   */
  removeFromService: row.input(ofProject).output(z.object({})),
  /** Brings one back as it was, but for its links. `sync.no-project` (gone for good), `sync.over-quota` change nothing. */
  bringBack: row.input(ofProject).output(z.object({})),
  /** Exchanges now, of one project or of all (null), and answers when that has ended; with the fault where it could not. */
  now: row.input(z.object({ projectId: ProjectId.nullable() })).output(SyncOverview),
  /** Where the film's files are, and what of them is on its way. Changes are told as those of `overview` are. */
  media: row.input(ofProject).output(MediaOverview),
  /** Which files travel by themselves between this computer and the service. Of this computer only; others choose for themselves. */
  chooseMedia: row.input(ofProject.extend({ choice: MediaChoice })).output(MediaOverview),
  /**
   * Brings in files that are not here, before anything that travels by itself: these, what the film uses, or all. It is work of the
   * studio (`activities`): null where nothing of it is kept anywhere. `library.no-asset`, `sync.no-service`, `sync.no-storage`.
   */
  fetchFiles: row
    .input(
      ofProject.extend({ which: z.union([z.enum(['used', 'all']), z.array(AssetId).min(1).max(100_000)]) }),
    )
    .output(Activity.nullable()),
  /**
   * Somebody looks at these: what is needed to show them comes next by itself, the smallest there is, unless no files are to travel.
   * The latest call counts.
   */
  lookAt: row.input(ofProject.extend({ assetIds: z.array(AssetId).max(100) })).output(z.object({})),
  /** What was overwritten by somebody who had not seen it, oldest first, decided or not. */
  conflicts: row.input(ofProject).output(z.array(Conflict)),
  /**
   * Ends a conflict: `keep` what stands now, `put-back` what was overwritten (or deleted), or `both`, where the other text follows as a
   * paragraph of its own. One undoable edit. Refusals: `sync.no-conflict`, and those of `resolveConflict`.
   */
  resolve: editRow({ conflictId: ConflictId, choice: z.enum(['keep', 'put-back', 'both']) }),
};
