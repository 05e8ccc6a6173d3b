import { createNodeWorkerHost } from '../../adapters/worker-processes/create-node-worker-host.ts';
import { frames, makeClip, makeRows, testProjectId } from '../builders/timeline-rows.ts';
import { createExportBench } from './create-export-bench.ts';

/** A studio for tests that kill it: exports a long film to the given path and prints its worker's pid once it is under way. */
const target = process.argv[2] ?? '';
let workerPid = 0;
const bench = createExportBench({}, () =>
  createNodeWorkerHost({
    onStart: (name, pid) => {
      if (name === 'export') workerPid = pid ?? 0;
    },
  }),
);
const asset = await bench.addFilm('source', { frames: 24 });
const medium = { assetId: asset.id, sourceInFlicks: 0, sourceLengthFlicks: frames(24) };
bench.setTimeline(makeRows([makeClip('a', 24 * 3_600, medium)]));
let told = false;
await bench.exporter.exportFilm({
  projectId: testProjectId,
  path: target,
  preset: 'draft',
  captions: 'none',
  onProgress: ({ framesDone }) => {
    if (framesDone < 16 || told) return;
    told = true;
    process.stdout.write(`${workerPid}\n`);
  },
});
