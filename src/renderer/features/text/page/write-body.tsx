import type { SourceKind } from '../../../../domain/project/project.ts';
import { Panel, PanelGroup, PanelHandle } from '../../../ui/panels.tsx';
import { useWords } from '../../../words/use-words.ts';
import { BreakdownPanel } from '../breakdown/breakdown-panel.tsx';
import { ScriptEditor } from '../editor/script-editor.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { ReadingBar } from '../reading/reading-bar.tsx';
import { ReadingDialog } from '../reading/reading-dialog.tsx';
import { UpdateBar } from '../staleness/update-bar.tsx';
import { PendingUpdateContext, usePendingUpdateSource } from '../staleness/use-pending-update.ts';
import { ConflictBar } from './conflict-bar.tsx';
import { EmptyScript } from './empty-script.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { useFollowCaret } from './use-follow-caret.ts';
import { useWriteCommands } from './use-write-commands.ts';
import { useDesk, useScriptPart, useWriteView } from './write-desk.ts';
import { WriteFooter } from './write-footer.tsx';
import { WriteToolbar } from './write-toolbar.tsx';

export function WriteBody({ sourceKind }: { readonly sourceKind: SourceKind }) {
  const words = useWords('text');
  const desk = useDesk();
  const pending = usePendingUpdateSource();
  const empty = useScriptPart((blocks) => blocks.length === 0);
  const finding = useWriteView((view) => view.find.open);
  const dialog = useWriteView((view) => view.dialog);
  useWriteCommands(sourceKind);
  useFollowCaret();
  return (
    <PendingUpdateContext value={pending}>
      <div className="flex h-full min-h-0 flex-col">
        <h1 className="sr-only">{words.title}</h1>
        <PanelGroup className="flex-1">
          <Panel minSize={420}>
            <WriteToolbar />
            {finding ? <FindBar /> : null}
            <ConflictBar />
            <div className="script-scroller relative min-h-0 flex-1 overflow-y-auto bg-ground">
              <div className="script-sheet" data-form={desk.form}>
                {empty ? <EmptyScript sourceKind={sourceKind} /> : null}
                <ScriptEditor sourceKind={sourceKind} />
              </div>
            </div>
            <ReadingBar />
            <UpdateBar />
            <WriteFooter />
          </Panel>
          <PanelHandle label={words.panel.width} />
          <Panel defaultSize={420} minSize={300} maxSize="60%" groupResizeBehavior="preserve-pixel-size">
            <BreakdownPanel />
          </Panel>
        </PanelGroup>
        <p id="script-help" className="sr-only">
          {words.help}
        </p>
        {dialog === 'replace' ? <ReplaceDialog /> : null}
        {dialog === 'reading' ? <ReadingDialog /> : null}
      </div>
    </PendingUpdateContext>
  );
}
