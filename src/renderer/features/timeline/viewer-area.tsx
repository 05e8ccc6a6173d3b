import { Monitor, PanelsTopLeft } from 'lucide-react';
import { useStore } from 'zustand';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useProject } from '../../state/project-context.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel, PanelGroup, PanelHandle } from '../../ui/panels.tsx';
import { useWords } from '../../words/use-words.ts';
import { useCut, useCutView } from './cut-context.ts';
import { SourceViewer } from './viewer/source-viewer.tsx';
import { useViewerSettings } from './viewer/use-viewer-settings.ts';
import { Viewer } from './viewer/viewer.tsx';

/** The program alone, or the source left of it. */
export function ViewerArea() {
  const { live, view: cut, imported, sourcePlace: place } = useCut();
  const { mirror } = useProject();
  const words = useWords('timeline');
  const settings = useViewerSettings();
  const sourceShown = useCutView((state) => state.sourceShown);
  const source = useCutView((state) => state.source);
  const assets = useStore(imported, (state) => state.assets);
  const assetId = source?.assetId ?? null;
  const asset =
    assetId === null
      ? null
      : (mirror.row('asset', assetId) ?? assets.find(({ id }) => id === assetId) ?? null);
  return (
    <div className="relative flex min-h-0 flex-1">
      <PanelGroup orientation="horizontal" className="flex-1">
        {sourceShown ? (
          <Panel id="source" minSize={220}>
            <SourceViewer key={assetId} asset={asset} place={place} settings={settings} />
            <SourceActions />
          </Panel>
        ) : null}
        {sourceShown ? <PanelHandle label={words.sourceWidth} /> : null}
        <Panel id="program" minSize={260}>
          <Viewer film={live} settings={settings} />
        </Panel>
      </PanelGroup>
      <div className="absolute top-1.5 right-1.5 rounded-inner bg-panel/80">
        <IconButton
          size="small"
          icon={sourceShown ? Monitor : PanelsTopLeft}
          label={sourceShown ? words.programAlone : words.showSource}
          pressed={sourceShown}
          onClick={() => cut.setState({ sourceShown: !sourceShown })}
        />
      </div>
    </div>
  );
}

/** What can be done with the source: bring it into the film at the playhead. */
function SourceActions() {
  const insert = useCommandButton('timeline.insert');
  const overwrite = useCommandButton('timeline.overwrite');
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-t border-line bg-panel px-2">
      {[insert, overwrite].map(({ label, ...button }) => (
        <Button key={label} size="small" {...button}>
          {label}
        </Button>
      ))}
    </div>
  );
}
