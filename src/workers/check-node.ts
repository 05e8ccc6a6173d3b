/** Import this first in every worker entry: an older Node ends here with a sentence, before a native module is loaded. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `A Reelwright worker needs Node 24 or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
      'Nothing was started. Run Reelwright through npm, which uses the Node 24 that npm ci installs.',
  );
  process.exit(1);
}
