import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

/** One kind of part. Tests find it by `name`. */
export function Specimens({
  name,
  title,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section data-specimens={name} aria-label={title} className="border-b border-line py-6">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** A part in one state, with the state's name over it. */
export function Specimen({
  state,
  wide = false,
  children,
}: {
  readonly state: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classNames('min-w-0', wide ? 'w-full' : 'w-60')}>
      <p className="mb-1 text-xs text-faint">{state}</p>
      {children}
    </div>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-4">{children}</div>;
}
