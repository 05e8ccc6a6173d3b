import { shell as words } from '../../words/en/shell.ts';
import { isChunkFault } from './problem-report.ts';

/**
 * What is left when the window itself failed. It leans on nothing: not on the person's language, whose words may be
 * what could not be loaded, not on the parts, not on the studio.
 */
export function WindowCrash({ error }: { readonly error: unknown }) {
  const chunk = isChunkFault(error);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <main className="flex h-full overflow-y-auto bg-ground p-8 text-text">
      <div role="alert" className="m-auto flex max-w-110 min-w-0 flex-col gap-3">
        <h1 className="text-lg font-semibold">{chunk ? words.crashChunkTitle : words.crashWindowTitle}</h1>
        <p className="text-base text-muted">{chunk ? words.crashChunkText : words.crashText}</p>
        <details className="text-sm text-muted">
          <summary>{words.crashDetails}</summary>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys.
            tabIndex={0}
            className="selectable mt-1 max-h-60 overflow-auto font-mono text-sm wrap-anywhere whitespace-pre-wrap"
          >
            {details}
          </pre>
        </details>
        <button
          type="button"
          onClick={() => location.reload()}
          className="h-7 self-start rounded-inner bg-accent px-3 text-base font-medium text-on-accent hover:bg-accent-hover"
        >
          {words.reload}
        </button>
      </div>
    </main>
  );
}
