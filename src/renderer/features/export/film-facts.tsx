import type { ReactNode } from 'react';
import type { ExportOutline } from '../../../contract/exports.ts';
import { useProject, useRow } from '../../state/project-context.ts';
import { useFormats, useWords } from '../../words/use-words.ts';

/** What kind of film it will be. Size and rate come from the project: every clip was made for them. */
export function FilmFacts({ outline }: { readonly outline: ExportOutline }) {
  const words = useWords('export');
  const formats = useFormats();
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const fps = project === null ? null : project.fpsNum / project.fpsDen;
  return (
    <div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact term={words.length}>
          {formats.duration(outline.durationFlicks)}
          <Aside>{words.frames(outline.frames)}</Aside>
        </Fact>
        <Fact term={words.picture}>{words.pictureOf(outline.widthPx, outline.heightPx)}</Fact>
        <Fact term={words.rate}>
          {fps === null ? '' : words.rateOf(formats.number(Math.round(fps * 1000) / 1000))}
        </Fact>
        <Fact term={words.size}>
          {words.aboutSize(formats.bytes(outline.estimatedBytes))}
          <Aside>{words.estimate}</Aside>
        </Fact>
      </dl>
      <p className="mt-2 text-sm text-faint">
        {words.format} · {words.fromProject}
      </p>
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="text-lg text-text tabular-nums">{children}</dd>
    </div>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return <span className="ml-1.5 text-sm text-faint">{children}</span>;
}
