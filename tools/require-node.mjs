/**
 * Ends the process with one sentence on a Node that is too old: better-sqlite3 13 would crash there without a word.
 * Plain JavaScript without imports, so that it runs on any Node; every entry point calls it before it loads anything else.
 */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  console.error(
    `Reelwright needs Node 24 or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
      'Nothing was started. Run it through npm (npm run film -- story.fountain), which uses the Node 24 that npm ci installs, or install Node 24 from nodejs.org.',
  );
  process.exit(1);
}
