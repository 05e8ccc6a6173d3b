const passedOn = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'windir',
  'LD_LIBRARY_PATH',
  'FONTCONFIG_PATH',
  'FONTCONFIG_FILE',
];

/**
 * The environment of a worker: what libraries need to run and nothing else. Keys that a person put into the
 * environment stay with the studio; a worker that opens foreign media must not hold them.
 */
export function workerEnvironment(studio: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const name of passedOn) {
    const value = studio[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
