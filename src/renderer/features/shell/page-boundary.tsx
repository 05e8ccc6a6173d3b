import type { ReactNode } from 'react';
import { useStudio } from '../../state/studio-context.ts';
import { CrashPage } from './crash-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { describeProblem, reportProblem } from './problem-report.ts';

/** Around each page: what fails there leaves the others, and the bar above, as they are. */
export function PageBoundary({ page, children }: { readonly page: string; readonly children: ReactNode }) {
  const { client } = useStudio();
  return (
    <ErrorBoundary
      onProblem={(error, stack) => reportProblem(client, describeProblem(`page ${page}`, error, stack))}
      fallback={(error, retry) => <CrashPage error={error} retry={retry} />}
    >
      {children}
    </ErrorBoundary>
  );
}
