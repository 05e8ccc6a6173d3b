import { Stethoscope } from 'lucide-react';
import { useState } from 'react';
import type { DoctorFinding } from '../../../../contract/studio.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';

const dots = { ok: 'done', note: 'stale', problem: 'failed' } as const;

/** Looks at everything that a film depends on, when somebody asks: it reads every file again. */
export function DoctorFindings() {
  const words = useWords('settings');
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const [findings, setFindings] = useState<readonly DoctorFinding[] | null>(null);
  const [busy, setBusy] = useState(false);
  const examine = async (): Promise<void> => {
    setBusy(true);
    const found = await call(() => client.studio.doctor());
    if (found !== null) setFindings(found);
    setBusy(false);
  };
  return (
    <div>
      <div className="flex items-center gap-3">
        <Button icon={Stethoscope} busy={busy} onClick={() => void examine()}>
          {busy ? words.examining : words.examine}
        </Button>
        <p className="text-sm text-faint">{words.examineText}</p>
      </div>
      <div role="status">
        {findings === null ? null : (
          <ul className="mt-3 border-t border-line">
            {findings.map(({ level, topic, message }) => (
              <li
                key={`${topic} ${message}`}
                className="flex items-start gap-3 border-b border-line py-1 text-base"
              >
                <span className="mt-1">
                  <StateDot state={dots[level]} label={words.levels[level]} />
                </span>
                <span className="w-28 shrink-0 text-muted">{interpret(topic)}</span>
                <span className="selectable min-w-0 flex-1 break-words text-text">{interpret(message)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
