import type { EditReceipt } from '../../../../contract/base.ts';
import type { RecordChange, RecordsPatch } from '../../../../domain/kernel/patch.ts';
import { emptyPatch, patchOf, reversePatch } from '../../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../../domain/kernel/result.ts';
import { frameRates } from '../../../../domain/kernel/time.ts';
import { projectRate } from '../../../../domain/project/project.ts';
import { breaksTimeline, repairTimeline } from '../../../../domain/sync/repairs/repair-timeline.ts';
import type { Step } from '../../../../domain/timeline/run-together.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';

/**
 * The timeline as this window shows it: the mirror's rows, indexed and kept in step, with what a gesture would do and
 * what was asked for and is not yet confirmed on top. Both are pure commands: they are run again after every change of the
 * studio's, so that the picture is always what the edit would make of the film as it is now.
 */
export interface LiveTimeline {
  index(): TimelineIndex;
  /** Counts up with every change of what is shown. */
  revision(): number;
  /** The listener is told by what rows were touched since it was told before; null for all. */
  subscribe(listener: (touched: RecordsPatch | null) => void): () => void;
  /** The same without what a gesture only tries out: for lists and fields, which stand still meanwhile. */
  readonly settled: { revision(): number; subscribe(listener: () => void): () => void };
  /** Shows what a command would do, in place of the one before; null shows nothing. Answers the refusal. */
  preview(command: Step | null): Result<RecordsPatch>;
  /** The refusal of a command, tried without showing it; takes away what was previewed and tells nobody: a preview follows. */
  attempt(command: Step): Result<RecordsPatch>;
  /** Keeps showing what a command does while `call` asks the studio for it; drops it when it is refused there. */
  commit(command: Step, call: () => Promise<EditReceipt | null>): Promise<EditReceipt | null>;
  /** Follows the mirror from now on; returns the way to stop. */
  follow(): () => void;
}

interface Shown {
  readonly command: Step;
  patch: RecordsPatch;
}

const entities = ['track', 'item', 'transition', 'project'] as const;
/** How long an edit that the studio has made may be shown without its patch: the stream is a moment behind. */
const confirmTimeoutMs = 1_000;

export function createLiveTimeline(mirror: ProjectMirror, projectId: string): LiveTimeline {
  const listeners = new Set<(touched: RecordsPatch | null) => void>();
  const settledListeners = new Set<() => void>();
  let settledRevision = 0;
  const pending: Shown[] = [];
  let previewed: Shown | null = null;
  /** Something was taken away and nobody was told yet. */
  let attempted = false;
  let revision = 0;
  /** What was done to rows and not told yet; null when all are new. */
  let touched: RecordChange[] | null = [];
  let seen = '';
  /** What is shown is not as it is stored: after a merge, something had lost its place. */
  let mended = false;
  let index = build();

  function build(): TimelineIndex {
    seen = revisionsOf(mirror);
    const rows = {
      tracks: mirror.rows('track'),
      items: mirror.rows('item'),
      transitions: mirror.rows('transition'),
    };
    const project = mirror.row('project', projectId);
    const sound = repairTimeline(rows);
    mended = sound !== rows;
    return indexTimeline(sound, project === null ? frameRates['24'] : projectRate(project));
  }

  const tell = (): void => {
    revision++;
    const told = touched === null ? null : patchOf(touched);
    touched = [];
    for (const listener of [...listeners]) listener(told);
    if (previewed !== null) return;
    settledRevision++;
    for (const listener of [...settledListeners]) listener();
  };
  const change = (patch: RecordsPatch): void => {
    applyPatch(index, patch);
    touched?.push(...patch.changes);
  };
  const takeOff = (shown: Shown): void => change(reversePatch(shown.patch));
  const putOn = (shown: Shown): void => {
    const result = shown.command(index);
    shown.patch = result.ok ? result.value : emptyPatch;
    change(shown.patch);
  };
  /** Changes what lies below the pictures that are shown. */
  const beneath = (edit: () => void): void => {
    if (previewed !== null) takeOff(previewed);
    for (const shown of [...pending].reverse()) takeOff(shown);
    edit();
    for (const shown of pending) putOn(shown);
    if (previewed !== null) putOn(previewed);
  };
  const drop = (shown: Shown): void => {
    if (!pending.includes(shown)) return;
    beneath(() => void pending.splice(pending.indexOf(shown), 1));
    tell();
  };
  const receive = (patch: RecordsPatch | null): void => {
    let rebuilt = mended || patch === null || patch.changes.some(({ entity }) => entity === 'project');
    beneath(() => {
      const confirmed = patch === null ? -1 : pending.findIndex((shown) => sameRecords(shown.patch, patch));
      if (confirmed !== -1) pending.splice(confirmed, 1);
      if (!rebuilt && patch !== null) {
        change(patch);
        seen = revisionsOf(mirror);
        rebuilt = breaksTimeline(index, patch);
      }
      if (rebuilt) {
        index = build();
        touched = null;
      }
    });
    tell();
  };

  return {
    index: () => index,
    revision: () => revision,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: {
      revision: () => settledRevision,
      subscribe(listener) {
        settledListeners.add(listener);
        return () => settledListeners.delete(listener);
      },
    },
    preview(command) {
      if (command === null && previewed === null && !attempted) return ok(emptyPatch);
      attempted = false;
      if (previewed !== null) takeOff(previewed);
      previewed = null;
      const result = command === null ? ok(emptyPatch) : command(index);
      if (command !== null && result.ok) {
        previewed = { command, patch: result.value };
        change(result.value);
      }
      tell();
      return result;
    },
    attempt(command) {
      if (previewed !== null) takeOff(previewed);
      previewed = null;
      attempted = true;
      return command(index);
    },
    async commit(command, call) {
      if (previewed !== null) takeOff(previewed);
      previewed = null;
      const shown: Shown = { command, patch: emptyPatch };
      putOn(shown);
      pending.push(shown);
      tell();
      const receipt = await call();
      if (receipt === null || receipt.changes === 0) drop(shown);
      else setTimeout(() => drop(shown), confirmTimeoutMs);
      return receipt;
    },
    follow() {
      if (seen !== revisionsOf(mirror)) receive(null);
      return mirror.subscribe(entities, receive);
    },
  };
}

function revisionsOf(mirror: ProjectMirror): string {
  return entities.map((entity) => mirror.revision(entity)).join(' ');
}

/** Whether a patch of the studio is what a shown edit foretold: the same records, but for new ones, whose ids the studio gives. */
function sameRecords(foretold: RecordsPatch, patch: RecordsPatch): boolean {
  const describe = ({ changes }: RecordsPatch): string =>
    changes
      .filter(({ entity }) => entity === 'track' || entity === 'item' || entity === 'transition')
      .map((change) =>
        change.kind === 'add'
          ? `add ${change.entity}`
          : `${change.kind} ${'id' in change ? change.id : change.row.id}`,
      )
      .sort()
      .join('\n');
  return foretold.changes.length > 0 && describe(foretold) === describe(patch);
}
