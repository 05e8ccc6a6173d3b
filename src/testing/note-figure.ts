import { appendFileSync } from 'node:fs';

/**
 * A line of the table that `npm run test:faults` prints: what was done how often, and what came of it. Written only where a
 * run asks for it.
 */
export function noteFigure(what: string, counts: Readonly<Record<string, number | string>>): void {
  const file = process.env['REELWRIGHT_FAULT_FIGURES'];
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify({ what, counts })}\n`);
}
