import { classNames } from './class-names.ts';

/** A grey place in the shape of what is coming. Sized by its class: "h-4 w-40". */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-inner bg-hover', className)} />;
}

export interface SkeletonPageProps {
  /** What is being loaded, for a screen reader at once, and on the screen after a second. */
  readonly label: string;
  readonly children: React.ReactNode;
}

/** A page of skeletons in the final layout; after a second it says in words what is under way. */
export function SkeletonPage({ label, children }: SkeletonPageProps) {
  return (
    <div className="relative h-full min-h-0 overflow-hidden">
      {children}
      <p
        role="status"
        className="absolute bottom-3 left-1/2 -translate-x-1/2 animate-late rounded-inner border border-line bg-float px-2 py-1 text-sm text-muted"
      >
        {label}
      </p>
    </div>
  );
}
