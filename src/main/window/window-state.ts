import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where the window was, in device-independent pixels. */
const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640).max(20_000),
  height: z.int().min(400).max(20_000),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the window's top must be on a screen for the person to be able to take hold of it. */
const graspPx = 120;

/** The state that was kept, where the window would still be on one of the screens; null otherwise. */
export function readWindowState(path: string, screens: readonly Area[]): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(path, 'utf8')));
    return screens.some((screen) => isWithinReach(state, screen)) ? state : null;
  } catch {
    // None was kept yet, or it cannot be read: the window opens where the system puts it.
    return null;
  }
}

function isWithinReach(state: Area, screen: Area): boolean {
  const left = Math.max(state.x, screen.x);
  const right = Math.min(state.x + state.width, screen.x + screen.width);
  return right - left >= graspPx && state.y >= screen.y && state.y <= screen.y + screen.height - graspPx / 2;
}

export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    // A place that cannot be kept is no reason to trouble anybody.
  }
}
