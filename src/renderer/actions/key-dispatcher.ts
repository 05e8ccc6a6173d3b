import { allCommands, type CommandId } from './all-commands.ts';
import { isChord } from './chords.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { CommandSpec } from './command-spec.ts';
import { keysBelongTo } from './key-owner.ts';
import type { Shortcuts } from './shortcuts.ts';

export interface KeyDispatcher {
  /** Listens to the window until the answer is called. */
  listen(window: Window): () => void;
}

/**
 * The one key listener of the window: finds the command that a press stands for and can be run, and runs it. A part that
 * uses a key itself has said so with `preventDefault` before it comes here.
 */
export function createKeyDispatcher({
  registry,
  shortcuts,
  isMac,
}: {
  readonly registry: CommandRegistry;
  readonly shortcuts: () => Shortcuts;
  readonly isMac: boolean;
}): KeyDispatcher {
  /** What took the focus by a press of the mouse: a button that was clicked does not keep the space bar for itself. */
  let clicked: EventTarget | null = null;

  const onKeyDown = (event: KeyboardEvent): void => {
    // 229 is what a key is while an input method composes, also where `isComposing` is late.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const owner = keysBelongTo(event.target, { clicked: event.target === clicked });
    const pressed = allCommands.filter(
      (spec) =>
        mayRun(spec, owner, event) &&
        (shortcuts().get(spec.id) ?? []).some((keys) => isChord(keys, event, isMac)),
    );
    const runnable = pressed.find(({ id }) => registry.canRun(id));
    // What the browser does with Mod and a letter (a bookmark, a new window) would surprise where it is ours.
    const ours = runnable ?? pressed.find(({ id }) => hasModifier(event) && registry.isAttached(id));
    if (ours === undefined) return;
    event.preventDefault();
    if (runnable !== undefined && (!event.repeat || runnable.repeats === true)) registry.run(runnable.id);
  };

  return {
    listen(window) {
      const onPointerDown = (): void => {
        // The focus moves after this event.
        queueMicrotask(() => {
          clicked = null;
        });
        window.requestAnimationFrame(() => {
          clicked = window.document.activeElement;
        });
      };
      const onFocusIn = (event: FocusEvent): void => {
        if (event.target !== clicked) clicked = null;
      };
      window.addEventListener('keydown', onKeyDown);
      window.addEventListener('pointerdown', onPointerDown, true);
      window.addEventListener('focusin', onFocusIn, true);
      return () => {
        window.removeEventListener('keydown', onKeyDown);
        window.removeEventListener('pointerdown', onPointerDown, true);
        window.removeEventListener('focusin', onFocusIn, true);
      };
    },
  };
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

function mayRun(
  spec: CommandSpec & { readonly id: CommandId },
  owner: ReturnType<typeof keysBelongTo>,
  event: KeyboardEvent,
): boolean {
  switch (owner) {
    case 'page':
      return true;
    case 'text':
      return spec.inFields === true;
    case 'dialog':
      return spec.inDialogs === true;
    case 'button':
      return hasModifier(event) || event.altKey || (event.key !== ' ' && event.key !== 'Enter');
    case 'menu':
      return false;
  }
}
