import { fileURLToPath } from 'node:url';
import type { WorkerHandle, WorkerHost, WorkerName } from '../../core/ports/worker-host.ts';
import { createWorkerHandle } from './create-worker-handle.ts';
import { forkWorker } from './fork-worker.ts';

export interface NodeWorkerHostOptions {
  /** Folder of the entry modules `<name>.worker.<extension>`. Default: src/workers, as seen from this file. */
  readonly entryFolder?: URL;
  /** 'ts' from source (run by type stripping), 'js' after bundling. Default: that of this file. */
  readonly entryExtension?: 'ts' | 'js';
  /** How long a cancelled call may clean up before its worker is killed. Default 5,000. */
  readonly cancelGraceMs?: number;
  /** Options for Node itself, such as `--max-old-space-size=256`. */
  readonly nodeOptions?: readonly string[];
  /** Told about every worker that is started; `pid` is undefined where the system refused. */
  readonly onStart?: (name: WorkerName, pid: number | undefined) => void;
}

const ownExtension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Workers as child processes of this Node, for every host outside Electron. */
export function createNodeWorkerHost(options: NodeWorkerHostOptions = {}): WorkerHost {
  const folder = options.entryFolder ?? new URL('../../workers/', import.meta.url);
  const extension = options.entryExtension ?? ownExtension;
  const running = new Set<WorkerHandle>();
  return {
    start(name: WorkerName): WorkerHandle {
      const entryPath = fileURLToPath(new URL(`${name}.worker.${extension}`, folder));
      const { channel, pid } = forkWorker(entryPath, options.nodeOptions ?? []);
      options.onStart?.(name, pid);
      const handle: WorkerHandle = createWorkerHandle(channel, {
        name,
        cancelGraceMs: options.cancelGraceMs ?? 5_000,
        onEnd: () => running.delete(handle),
      });
      running.add(handle);
      return handle;
    },
    async close(): Promise<void> {
      await Promise.all([...running].map((handle) => handle.stop()));
    },
  };
}
