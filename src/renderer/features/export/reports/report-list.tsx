import { useMemo } from 'react';
import { useRows } from '../../../state/project-context.ts';
import { useStudioState } from '../../../state/studio-context.ts';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { reportStateOf } from './film-report.ts';
import { ReportRow } from './report-row.tsx';

const rowPx = 72;
const rowWithWhyPx = 120;

/** What became of every film of the project, newest first. */
export function ReportList() {
  const words = useWords('export');
  const records = useRows('export');
  const activities = useStudioState((state) => state.activities);
  const reports = useMemo(
    () =>
      records
        .map((record) => ({ record, state: reportStateOf(record, activities) }))
        // What is being written now stands in the queue.
        .filter(({ state }) => state !== 'running')
        .sort((a, b) => b.record.startedAtMs - a.record.startedAtMs),
    [records, activities],
  );
  if (reports.length === 0) return <p className="px-3 py-2 text-sm text-faint">{words.reportsEmpty}</p>;
  return (
    <VirtualList
      label={words.reports}
      items={reports}
      keyOf={({ record }) => record.id}
      rowHeightPx={({ record, state }) =>
        state === 'failed' && record.faultMessage !== null ? rowWithWhyPx : rowPx
      }
      render={({ record, state }) => <ReportRow record={record} state={state} />}
      className="flex-1"
    />
  );
}
