import { useCallback } from 'react';
import { useStudio } from '../../../state/studio-context.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { Group, Section, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { ClearButton } from './clear-button.tsx';
import { partTones } from './part-tones.ts';
import { StorageBar } from './storage-bar.tsx';

/** What uses the disk, and what of it can go. */
export function StorageSection() {
  const words = useWords('settings');
  const formats = useFormats();
  const { client } = useStudio();
  const ask = useCallback(() => client.studio.storage(), [client]);
  const { asked, again } = useAsked(ask);
  return (
    <Section title={words.sections.storage} text={words.storageText}>
      <Waiting asked={asked} again={again} rows={9} rowLook="h-10">
        {({ parts, projects, freeBytes }) => (
          <>
            <StorageBar parts={parts} freeBytes={freeBytes} />
            <ul className="border-t border-line">
              {parts.map(({ what, files, bytes, clearable }) => (
                <li key={what} className="flex min-h-11 items-center gap-3 border-b border-line py-1.5">
                  <span
                    aria-hidden
                    className={classNames('size-2.5 shrink-0 rounded-inner', partTones[what])}
                  />
                  <div className="min-w-0 flex-1">
                    <p className="text-base text-text">{words.parts[what].name}</p>
                    <p className="text-sm text-faint">{words.parts[what].text}</p>
                  </div>
                  <div className="shrink-0 text-right tabular-nums">
                    <p className="text-base text-text">{formats.bytes(bytes)}</p>
                    <p className="text-sm text-faint">{words.files(files)}</p>
                  </div>
                  <span className="flex w-20 shrink-0 justify-end">
                    {clearable ? (
                      <ClearButton
                        what={what}
                        name={words.parts[what].name}
                        bytes={bytes}
                        projectId={null}
                        onCleared={again}
                      />
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
            <Group title={words.byProject}>
              {projects.length === 0 ? (
                <p className="text-base text-faint">{words.noProjects}</p>
              ) : (
                <ul className="border-t border-line">
                  {projects
                    .toSorted((a, b) => b.bytes - a.bytes)
                    .map(({ projectId, title, trashed, bytes, unusedBytes }) => (
                      <li
                        key={projectId}
                        className="flex min-h-8 items-center gap-3 border-b border-line text-base"
                      >
                        <span className="min-w-0 flex-1 truncate text-text">
                          {title}
                          {trashed ? <span className="ml-2 text-sm text-faint">{words.inTrash}</span> : null}
                        </span>
                        <span className="shrink-0 text-right text-muted tabular-nums">
                          {formats.bytes(bytes)}
                        </span>
                        <ClearButton
                          what="takes-unused"
                          name={words.parts['takes-unused'].name}
                          label={words.clearUnused}
                          bytes={unusedBytes}
                          projectId={projectId}
                          onCleared={again}
                        />
                      </li>
                    ))}
                </ul>
              )}
            </Group>
          </>
        )}
      </Waiting>
    </Section>
  );
}
