import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExportDestination } from '../../contract/exports.ts';
import { sanitiseFileName } from '../../domain/export/sanitise-file-name.ts';
import { FaultError, fail, type Result, unwrap } from '../../domain/kernel/result.ts';
import { type ExportedSoFar, exportAccount } from '../account/export-account.ts';
import type { StudioParts } from '../studio-parts.ts';
import { requireFileAccess } from './file-access.ts';

const noService = () =>
  fail(
    'account.no-data',
    'No sync service is set, so nothing of the account is kept anywhere but at the account service. All films are on this computer.',
  ).fault;

/** The export as it goes on; ends with where it is. */
export async function* streamAccountExport(
  parts: StudioParts,
  destination: ExportDestination,
  signal: AbortSignal,
): AsyncGenerator<ExportedSoFar, ExportedSoFar & { path: string }> {
  if (destination.to === 'path') unwrap(requireFileAccess(parts));
  const { serviceAccount } = parts;
  if (serviceAccount === null) throw new FaultError(noService());
  const path = pathOf(destination, parts.host.exportsFolder);
  const left = new AbortController();
  let soFar: ExportedSoFar = { lines: 0, bytes: 0 };
  let ended: Result<ExportedSoFar> | null = null;
  let wake = (): void => undefined;
  const stir = (): Promise<void> =>
    new Promise((done) => {
      wake = done;
    });
  let stirred = stir();
  const writing = exportAccount(
    serviceAccount,
    path,
    (next) => {
      soFar = next;
      wake();
    },
    AbortSignal.any([signal, left.signal]),
  ).then((result) => {
    ended = result;
    wake();
  });
  try {
    while (ended === null) {
      await stirred;
      stirred = stir();
      // Who reads slowly misses what lay between.
      if (ended === null) yield soFar;
    }
    return { path, ...unwrap(ended as Result<ExportedSoFar>) };
  } finally {
    left.abort();
    await writing;
  }
}

/** As a person chose it, or a name of its own in the folder for films: nobody was asked about what is there. */
function pathOf(destination: ExportDestination, exportsFolder: string): string {
  if (destination.to === 'path') return resolve(destination.path);
  const stem = sanitiseFileName(destination.fileName.replace(/\.jsonl$/i, ''));
  for (let number = 1; ; number++) {
    const path = join(exportsFolder, `${number === 1 ? stem : `${stem} ${number}`}.jsonl`);
    if (!existsSync(path)) return path;
  }
}
