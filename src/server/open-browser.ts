import { spawn } from 'node:child_process';

/** Shows an address in the person's browser. Resolves to false where this system has no way to, or none just now. */
export function openBrowser(
  address: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const command = browserCommand(address, platform, env);
  if (command === null) return Promise.resolve(false);
  const [program, ...args] = command;
  return new Promise((settle) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => settle(false));
    child.once('spawn', () => {
      child.unref();
      settle(true);
    });
  });
}

/** No shell in any of them: nothing in an address is a command. */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null;
  }
}
