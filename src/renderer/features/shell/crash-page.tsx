import { useCommandButton } from '../../actions/use-command-button.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useWords } from '../../words/use-words.ts';
import { isChunkFault } from './problem-report.ts';

/** What stands in place of a page that failed: what happened, what was kept, what to do. */
export function CrashPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const words = useWords('shell');
  const diagnostics = useCommandButton('app.diagnostics');
  const chunk = isChunkFault(error);
  return (
    <ErrorState
      level={1}
      title={chunk ? words.crashChunkTitle : words.crashTitle}
      text={
        <>
          <p>{chunk ? words.crashChunkText : words.crashText}</p>
          <details className="mt-3 text-sm">
            <summary>{words.crashDetails}</summary>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys.
              tabIndex={0}
              className="mt-1 max-h-40 overflow-auto font-mono text-sm wrap-anywhere whitespace-pre-wrap"
            >
              {error instanceof Error ? error.message : String(error)}
            </pre>
          </details>
        </>
      }
      actions={
        <>
          <Button variant="primary" onClick={() => location.reload()}>
            {words.reload}
          </Button>
          {chunk ? null : <Button onClick={retry}>{words.tryAgain}</Button>}
          <Button disabled={diagnostics.disabled} onClick={diagnostics.onClick}>
            {words.copyDiagnostics}
          </Button>
        </>
      }
    />
  );
}
