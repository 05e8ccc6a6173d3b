import { useCallback, useEffect, useMemo, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { LedgerFilter, LedgerLine } from '../../../../contract/money.ts';
import type { Fault } from '../../../../domain/kernel/result.ts';
import { useStudio } from '../../../state/studio-context.ts';

const linesAtOnce = 200;

export interface LedgerLines {
  /** null before the first answer. */
  readonly total: number | null;
  readonly fault: Fault | null;
  /** undefined while its page is not there yet. */
  lineAt(index: number): LedgerLine | undefined;
  /** Reads the page of a line that has come into sight. */
  want(index: number): void;
}

interface Read {
  readonly total: number | null;
  readonly fault: Fault | null;
  readonly pages: ReadonlyMap<number, readonly LedgerLine[]>;
}

const nothing: Read = { total: null, fault: null, pages: new Map() };

/** The lines of the ledger, page by page as they come into sight: there may be a hundred thousand. */
export function useLedgerLines(filter: LedgerFilter, revision: number): LedgerLines {
  const { client } = useStudio();
  const [read, setRead] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision reads again
  const reader = useMemo(() => {
    const asked = new Set<number>();
    let wanted = true;
    const want = (index: number): void => {
      const page = Math.floor(index / linesAtOnce);
      if (asked.has(page)) return;
      asked.add(page);
      client.money.lines({ filter, offset: page * linesAtOnce, limit: linesAtOnce }).then(
        ({ total, lines }) => {
          if (!wanted) return;
          // The first answer takes the place of the lines before, which stand until then.
          setRead((before) => ({
            total,
            fault: null,
            pages: new Map([...(asked.size === 1 ? [] : before.pages), [page, lines]]),
          }));
        },
        (error: unknown) => {
          asked.delete(page);
          const fault = faultOfCall(error);
          if (wanted && fault.code !== 'connection.lost') setRead((before) => ({ ...before, fault }));
        },
      );
    };
    return {
      want,
      start: () => {
        wanted = true;
        want(0);
        return () => {
          wanted = false;
          asked.clear();
        };
      },
    };
  }, [client, filter, revision]);
  useEffect(() => reader.start(), [reader]);
  const lineAt = useCallback(
    (index: number) => read.pages.get(Math.floor(index / linesAtOnce))?.[index % linesAtOnce],
    [read],
  );
  return { total: read.total, fault: read.fault, lineAt, want: reader.want };
}
