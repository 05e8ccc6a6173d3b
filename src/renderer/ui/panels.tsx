import type { ComponentProps } from 'react';
import { Panel as BarePanel, Group, Separator } from 'react-resizable-panels';
import { classNames } from './class-names.ts';

export type PanelGroupProps = ComponentProps<typeof Group>;
export type PanelProps = ComponentProps<typeof BarePanel>;

/** Panels side by side (or `orientation="vertical"`), with a handle between each two. */
export function PanelGroup({ className, ...rest }: PanelGroupProps) {
  return <Group {...rest} className={classNames('min-h-0 min-w-0', className)} />;
}

/**
 * One panel. Sizes: a number is pixels, "30%" a share. One whose width should stay when the window grows takes
 * `groupResizeBehavior="preserve-pixel-size"`.
 */
export function Panel({ className, ...rest }: PanelProps) {
  return <BarePanel {...rest} className={classNames('flex min-h-0 min-w-0 flex-col', className)} />;
}

export interface PanelHandleProps {
  /** What moves with it, for a screen reader: "Width of the inspector". */
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** The hairline between two panels: dragged, or moved with the arrow keys; a double click resets. */
export function PanelHandle({ label, disabled = false }: PanelHandleProps) {
  return (
    <Separator
      aria-label={label}
      disabled={disabled}
      className="shrink-0 bg-line outline-offset-0 transition-colors duration-100 hover:bg-line-strong data-[separator=active]:bg-accent data-[separator=hover]:bg-line-strong aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px"
    />
  );
}
