import type { CutTool } from '../cut-view.ts';
import type { Hit } from '../geometry/hit-test.ts';

/** What the pointer says that a drag from here would do. */
export function cursorOf(hit: Hit, tool: CutTool): string {
  if (hit.on === 'ruler') return 'ew-resize';
  if (tool === 'razor') return hit.on === 'nothing' ? 'default' : 'crosshair';
  switch (hit.on) {
    case 'nothing':
      return 'default';
    case 'gain':
      return tool === 'select' ? 'ns-resize' : tool === 'roll' ? 'col-resize' : 'ew-resize';
    case 'fade':
      return 'ew-resize';
    case 'transition':
      return hit.edge === null ? 'pointer' : 'ew-resize';
    case 'edge':
      if (tool === 'roll') return 'col-resize';
      if (tool !== 'select') return 'ew-resize';
      return hit.edge === 'start' ? 'w-resize' : 'e-resize';
    case 'body':
      if (tool === 'roll') return 'col-resize';
      return tool === 'select' ? 'default' : 'ew-resize';
  }
}
