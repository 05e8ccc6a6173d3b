import type { shell as english } from '../en/shell.ts';

/** Words of shell, in German. */
export const shell: typeof english = {};
