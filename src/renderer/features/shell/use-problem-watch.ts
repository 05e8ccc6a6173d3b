import { useEffect } from 'react';
import { faultOfCall } from '../../../contract/fault-of-call.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { describeProblem, reportProblem } from './problem-report.ts';

/** What was thrown outside of drawing: written to the log, and said in the status line. */
export function useProblemWatch(): void {
  const { client } = useStudio();
  const status = useStatusLine();
  const words = useWords('shell');
  useEffect(() => {
    const tell = (where: string, error: unknown): void => {
      const fault = faultOfCall(error);
      // A lost line is shown by the connection itself.
      if (fault.code === 'connection.lost') return;
      reportProblem(client, describeProblem(where, error));
      status.say(words.unexpected, 'problem', 'app.diagnostics');
    };
    const onRejection = (event: PromiseRejectionEvent): void => tell('unhandled rejection', event.reason);
    const onError = (event: ErrorEvent): void => {
      // What a browser says when an observer is late is no fault of anybody.
      if (event.message.startsWith('ResizeObserver loop')) return;
      tell('unhandled error', event.error ?? event.message);
    };
    window.addEventListener('unhandledrejection', onRejection);
    window.addEventListener('error', onError);
    return () => {
      window.removeEventListener('unhandledrejection', onRejection);
      window.removeEventListener('error', onError);
    };
  }, [client, status, words]);
}
