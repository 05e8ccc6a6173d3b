import type { ReactNode } from 'react';

/** A part of the inspector under its heading. */
export function InspectorSection({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-2 border-t border-line px-3 py-3">
      <header className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-muted">{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
