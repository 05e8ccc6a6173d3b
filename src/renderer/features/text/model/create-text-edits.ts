import type { EditReceipt } from '../../../../contract/base.ts';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { RecordsPatch } from '../../../../domain/kernel/patch.ts';
import type { Fault, Result } from '../../../../domain/kernel/result.ts';
import { mayBeStoredLater } from '../../../../domain/kernel/storing-faults.ts';
import type { Block } from '../../../../domain/text/block.ts';
import { planTextEdit, type TextEdit } from '../../../../domain/text/commands/text-edit.ts';
import { applyToBlocks, isReflected } from './apply-to-blocks.ts';
import { newBlockId } from './new-block-id.ts';
import { type PendingEdit, pendingOf } from './pending-edit.ts';
import { sendTextEdit } from './send-text-edit.ts';
import type { SaveState, TextConflict, TextEdits, TextEditsParts } from './text-edits.ts';

/** How long the rows of an edit that was taken may be on their way before what the mirror holds is shown instead. */
const longestWayMs = 2_000;

const diskRetryMs = 3_000;

/** A pause in typing after which the words are one edit. */
const typingPauseMs = 600;

/**
 * The edits of the script between a keystroke and the studio's disk. Each is run at once on the rows of this window and
 * sent in order, one at a time; it counts as done when the mirror shows it. While the line is lost everything waits and is
 * shown all the same. What comes from elsewhere is shown unless the same block is being typed in: then the typed words
 * stand and the others are told of.
 */
export function createTextEdits(parts: TextEditsParts): TextEdits {
  const { projectId, mirror } = parts;
  const listeners = new Set<() => void>();
  const queue: PendingEdit[] = (parts.unsent ?? []).map((edit) => pendingOf(edit, 'queued'));
  const waiters = new Set<(settled: boolean) => void>();
  let shown: readonly Block[] | null = null;
  let conflict: TextConflict | null = null;
  let savedAtMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  /** Runs while the disk is given time. */
  let retry: ReturnType<typeof setTimeout> | undefined;
  let diskRefuses = false;

  const announce = (): void => {
    shown = null;
    for (const listener of [...listeners]) listener();
    if (queue.length === 0) answerWaiters(true);
  };
  const answerWaiters = (settled: boolean): void => {
    for (const waiter of waiters) waiter(settled);
    waiters.clear();
  };
  const blocks = (): readonly Block[] => {
    if (shown === null) {
      let rows: readonly Block[] = mirror.rows('block');
      for (const { edit, applied } of queue) {
        if (applied) continue;
        const planned = planTextEdit(rows, projectId, edit);
        if (planned.ok) rows = applyToBlocks(rows, planned.value);
      }
      shown = rows;
    }
    return shown;
  };
  const drop = (done: PendingEdit): void => {
    const at = queue.indexOf(done);
    if (at !== -1) queue.splice(at, 1);
  };
  const saved = (had: boolean): void => {
    if (had && queue.length === 0) savedAtMs = Date.now();
  };

  const mayNotSend = (): boolean =>
    !parts.isOpen() ||
    retry !== undefined ||
    mirror.status() !== 'ready' ||
    queue.some(({ state }) => state === 'sent' || state === 'unsure');

  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const next = queue.find(({ state }) => state === 'queued');
        if (next === undefined || mayNotSend()) return;
        const planned = planTextEdit(mirror.rows('block'), projectId, next.edit);
        next.expected = planned.ok ? planned.value : null;
        next.state = 'sending';
        settleOne(next, await attempt(() => sendTextEdit(parts.client, projectId, next.edit)));
      }
    } finally {
      sending = false;
    }
  };

  const settleOne = (one: PendingEdit, outcome: Result<EditReceipt>): void => {
    if (outcome.ok) {
      one.state = 'sent';
      if (diskRefuses) parts.onRecovered?.();
      diskRefuses = false;
      if (outcome.value.changes === 0 || one.applied) drop(one);
      else setTimeout(() => dropLate(one), longestWayMs);
    } else if (outcome.fault.code.startsWith('connection.')) {
      one.state = 'unsure';
    } else if (mayBeStoredLater(outcome.fault)) {
      one.state = 'queued';
      if (!diskRefuses) parts.onRefused(outcome.fault);
      diskRefuses = true;
      retry = setTimeout(() => {
        retry = undefined;
        void send();
      }, parts.retryMs ?? diskRetryMs);
      answerWaiters(false);
    } else {
      drop(one);
      // An edit of an earlier window that had arrived is no news.
      if (outcome.fault.code !== 'text.id-taken') refused(one, outcome.fault);
    }
    saved(true);
    announce();
  };
  const dropLate = (one: PendingEdit): void => {
    if (!queue.includes(one)) return;
    drop(one);
    saved(true);
    announce();
    void send();
  };

  /** Words typed in a block that somebody deleted meanwhile are kept in a new one at the end of what is left. */
  const refused = ({ edit }: PendingEdit, fault: Fault): void => {
    parts.onRefused(fault);
    if (edit.edit !== 'editBlock' || fault.code !== 'text.no-block' || edit.text.trim() === '') return;
    const last = mirror.rows('block').at(-1);
    const kind = last?.kind === 'paragraph' ? 'paragraph' : 'action';
    const added = [{ id: newBlockId(), kind, text: edit.text } as const];
    queue.unshift(pendingOf({ edit: 'insert', afterBlockId: last?.id ?? null, added }, 'queued'));
  };

  const flush = (): void => {
    clearTimeout(timer);
    for (const one of queue) if (one.state === 'typing') one.state = 'queued';
    void send();
  };

  const onRows = (patch: RecordsPatch | null): void => {
    const had = queue.length > 0;
    for (const one of [...queue]) {
      if (one.edit.edit === 'editBlock') noticeConflict(one, one.edit);
      if (one.expected === null || one.state === 'typing' || one.state === 'queued') continue;
      one.applied ||= isReflected(mirror, one.expected);
      if (one.applied && (one.state === 'sent' || one.state === 'unsure')) drop(one);
      else if (one.state === 'unsure' && patch === null) one.state = 'queued';
    }
    for (const one of queue) if (one.state === 'unsure' && patch === null) one.state = 'queued';
    saved(had);
    announce();
    void send();
  };
  const noticeConflict = (one: PendingEdit, edit: Extract<TextEdit, { edit: 'editBlock' }>): void => {
    const row = mirror.row('block', edit.blockId);
    if (row === null || one.base === null || row.text === one.base || row.text === edit.text) return;
    conflict = { blockId: edit.blockId, theirs: row.text };
    one.base = row.text;
  };

  const saveState = (): SaveState => {
    if (queue.length === 0) return 'saved';
    if (!parts.isOpen()) return 'waiting';
    return diskRefuses ? 'unsaved' : 'saving';
  };

  const onLine = (): void => {
    void send();
    if (!parts.isOpen()) answerWaiters(false);
    announce();
  };

  return {
    blocks,
    save: () => ({
      state: saveState(),
      savedAtMs,
    }),
    conflict: () => conflict,
    dismissConflict() {
      conflict = null;
      announce();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(blockId, text) {
      const open = queue.at(-1);
      if (open?.state === 'typing' && open.edit.edit === 'editBlock' && open.edit.blockId === blockId) {
        open.edit = { ...open.edit, text };
      } else {
        flush();
        const base = blocks().find(({ id }) => id === blockId)?.text ?? null;
        queue.push(pendingOf({ edit: 'editBlock', blockId, text }, 'typing', base));
      }
      clearTimeout(timer);
      timer = setTimeout(flush, parts.pauseMs ?? typingPauseMs);
      announce();
    },
    run(edit) {
      for (const one of queue) if (one.state === 'typing') one.state = 'queued';
      const planned = planTextEdit(blocks(), projectId, edit);
      if (!planned.ok) {
        void send();
        return planned;
      }
      if (planned.value.changes.length > 0) queue.push(pendingOf(edit, 'queued'));
      announce();
      void send();
      return { ok: true, value: null };
    },
    flush,
    settle() {
      flush();
      if (queue.length === 0) return Promise.resolve(true);
      if (!parts.isOpen()) return Promise.resolve(false);
      return new Promise((resolve) => waiters.add(resolve));
    },
    pending: () => queue.map(({ edit }) => edit),
    attach() {
      const stops = [mirror.subscribe(['block'], onRows), parts.onLine(onLine)];
      onRows(mirror.status() === 'ready' ? null : { changes: [] });
      return () => {
        flush();
        for (const stop of stops) stop();
      };
    },
  };
}

async function attempt(call: () => Promise<EditReceipt>): Promise<Result<EditReceipt>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, fault: faultOfCall(error) };
  }
}
