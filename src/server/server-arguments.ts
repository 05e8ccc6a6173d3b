import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';

export interface ServerArguments {
  /** null takes the first free one. */
  readonly port: number | null;
  /** null is the usual data folder. */
  readonly home: string | null;
  readonly exportsFolder: string | null;
  /** Another folder with a built screen; null is that of the project. */
  readonly renderer: string | null;
  readonly open: boolean;
  /** To a browser even where the desktop app could run. */
  readonly browser: boolean;
  readonly reuseAddress: boolean;
  readonly help: boolean;
}

export const serverUsage = `npm start [-- options]

Opens Reelwright: the desktop app where Electron's runtime is there, elsewhere the same studio in a browser on this computer.

  --home DIR         data folder (default: REELWRIGHT_HOME, else the system's place)
  --browser          serve it to a browser even where the desktop app could run
  --port N           port for the browser, 1 to 65535 (default: the first free one from 4780; implies --browser)
  --no-open          print the address and open no browser (implies --browser)
  --exports DIR      folder for finished films (default: Reelwright in your folder for videos; with --home, exports in it)
  --reuse-address    let the printed address open any number of browsers; whoever reads it can come in
  --renderer DIR     another built screen
  --help             these lines`;

const options = {
  port: { type: 'string' },
  home: { type: 'string' },
  exports: { type: 'string' },
  renderer: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  browser: { type: 'boolean', default: false },
  'reuse-address': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after `npm start --`. Every refusal names the option and what it takes. */
export function parseServerArguments(argv: readonly string[]): Result<ServerArguments> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return refuse(argumentSentence(error));
  }
  const { values, positionals } = parsed;
  if (positionals[0] !== undefined) {
    return refuse(
      `"${positionals[0]}" is one word too many. A film from a story is "npm run film -- <story>".`,
    );
  }
  const { port, home, exports: exportsFolder, renderer } = values;
  if (port !== undefined && !isPort(port))
    return refuse(`--port takes a whole number from 1 to 65535, not "${port}".`);
  for (const [name, value] of Object.entries({ home, exports: exportsFolder, renderer })) {
    if (value === '') return refuse(`--${name} needs a folder.`);
  }
  return ok({
    port: port === undefined ? null : Number(port),
    home: home === undefined ? null : resolve(home),
    exportsFolder: exportsFolder === undefined ? null : resolve(exportsFolder),
    renderer: renderer === undefined ? null : resolve(renderer),
    open: !values['no-open'],
    browser: values.browser || values['no-open'] || port !== undefined || values['reuse-address'],
    reuseAddress: values['reuse-address'],
    help: values.help,
  });
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function refuse(reason: string): Result<never> {
  return fail('cli.usage', `${reason} Nothing was started. "npm start -- --help" lists the options.`);
}
