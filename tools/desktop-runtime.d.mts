export interface RuntimeSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userId: number | undefined;
}
/** Where Electron's runtime is, or why the studio is served to a browser instead. */
export function findDesktopRuntime(
  say: (sentence: string) => void,
  surroundings?: RuntimeSurroundings,
): Promise<{ readonly program: string } | { readonly why: string }>;
/** The program, without asking the package for it: that would begin to fetch one. */
export function installedRuntime(env: Readonly<Record<string, string | undefined>>): string | null;
