import { useMemo, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Panel, PanelGroup, PanelHandle } from '../../ui/panels.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tree } from '../../ui/tree.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

export function ListsSection() {
  const { specimen: words } = useWords('parts');
  const rows = useMemo(() => Array.from({ length: 10_000 }, (_, i) => i + 1), []);
  const [selected, setSelected] = useState<string | null>('1A');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set(['1']));
  const [tab, setTab] = useState<'wide' | 'close'>('wide');
  const nodes = [
    {
      id: '1',
      label: `${words.scene} 1`,
      children: [
        { id: '1A', label: `${words.shot} 1A` },
        { id: '1B', label: words.longWords },
      ],
    },
    { id: '2', label: `${words.scene} 2`, children: [{ id: '2A', label: `${words.shot} 2A` }] },
  ];
  return (
    <Specimens name="lists" title={words.lists}>
      <Row>
        <Specimen state={words.rest}>
          <VirtualList
            label={words.lists}
            items={rows}
            keyOf={String}
            rowHeightPx={28}
            className="h-40 rounded-inner border border-line"
            render={(n) => (
              <div className="flex h-7 items-center px-2 text-base tabular-nums hover:bg-hover">
                {words.row(n)}
              </div>
            )}
          />
        </Specimen>
        <Specimen state={words.rest}>
          <Tree
            label={words.lists}
            nodes={nodes}
            selectedId={selected}
            onSelect={(node) => setSelected(node.id)}
            expandedIds={expanded}
            onExpandedChange={setExpanded}
            renderAfter={() => <Badge>3</Badge>}
            className="h-40 rounded-inner border border-line p-1"
          />
        </Specimen>
        <Specimen state={words.rest}>
          <Tabs
            label={words.size}
            value={tab}
            onChange={setTab}
            className="h-40 rounded-inner border border-line"
            tabs={[
              { value: 'wide', label: words.wide, content: <p className="p-3">{words.lamp}</p> },
              { value: 'close', label: words.close, content: <p className="p-3">{words.hint}</p> },
            ]}
          />
        </Specimen>
      </Row>
      <PanelGroup className="rounded-inner border border-line" style={{ height: '120px' }}>
        <Panel minSize={120}>
          <p className="p-3">{words.left}</p>
        </Panel>
        <PanelHandle label={words.inspector} />
        <Panel defaultSize={240} minSize={120} className="bg-panel">
          <p className="p-3">{words.right}</p>
        </Panel>
      </PanelGroup>
    </Specimens>
  );
}
