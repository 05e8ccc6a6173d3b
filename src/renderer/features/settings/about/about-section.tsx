import { ClipboardCopy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Group, Section } from '../section.tsx';
import { DoctorFindings } from './doctor-findings.tsx';

/** Which studio this is, what it may be used for, and what to send along with a report. */
export function AboutSection() {
  const words = useWords('settings');
  const about = useStudioState((state) => state.about);
  const diagnostics = useCommandButton('app.diagnostics');
  return (
    <Section title="Reelwright">
      <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-y-1.5 text-base">
        <Row term={words.version}>{about?.version ?? '…'}</Row>
        <Row term={words.host}>{about === null ? '…' : words.hosts[about.host]}</Row>
        <Row term={words.dataFolder}>
          <span className="selectable font-mono text-sm break-all">{about?.home ?? '…'}</span>
        </Row>
        <Row term={words.filmsFolder}>
          <span className="selectable font-mono text-sm break-all">{about?.exportsFolder ?? '…'}</span>
        </Row>
        <Row term={words.licence}>{words.licenceText}</Row>
      </dl>
      <p className="text-base text-muted">{words.noTelemetry}</p>
      <Group title={words.diagnostics}>
        <p className="mb-2 max-w-150 text-base text-muted">{words.diagnosticsText}</p>
        <Button
          icon={ClipboardCopy}
          disabled={diagnostics.disabled}
          shortcut={diagnostics.shortcut}
          onClick={diagnostics.onClick}
        >
          {diagnostics.label}
        </Button>
      </Group>
      <DoctorFindings />
    </Section>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="text-text">{children}</dd>
    </>
  );
}
