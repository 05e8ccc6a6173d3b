import { useMemo } from 'react';
import { qrModules } from './qr-modules.ts';

/** As wide as the standard wants it: readers find the code by it. */
const margin = 4;

/** A text as a QR code, dark on light in every theme, as readers expect it. Nothing where the text is too long for one. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = useMemo(() => qrModules(text), [text]);
  if (modules === null) return null;
  const edge = modules.length + 2 * margin;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      className="size-48 shrink-0 forced-color-adjust-none rounded-inner"
    >
      <rect width={edge} height={edge} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
