import type { Charge } from '../../domain/jobs/charge.ts';
import { usdMicrosPerUsd } from '../../domain/jobs/money.ts';
import type { ChargeFilter, ChargeRows } from '../store/charges.ts';

const header =
  'sent (UTC),settled (UTC),month,project,project id,provider,model,kind,state,amount (USD),amount from,job,device';
const rowsAtOnce = 5_000;

/** The lines of the ledger for a spreadsheet, newest first. */
export function ledgerCsv(charges: ChargeRows, filter: ChargeFilter): string {
  const parts = [header];
  for (let offset = 0; ; offset += rowsAtOnce) {
    const page = charges.page(filter, offset, rowsAtOnce);
    for (const charge of page) parts.push(csvLine(charge));
    if (page.length < rowsAtOnce) break;
  }
  return `${parts.join('\r\n')}\r\n`;
}

function csvLine(charge: Charge): string {
  return [
    timeOf(charge.sentAtMs),
    charge.settledAtMs === null ? '' : timeOf(charge.settledAtMs),
    charge.month,
    charge.projectTitle,
    charge.projectId,
    charge.provider,
    charge.model,
    charge.kind,
    charge.state,
    (charge.amountUsdMicros / usdMicrosPerUsd).toFixed(6),
    charge.basis,
    charge.jobId,
    charge.deviceId ?? '',
  ]
    .map(cell)
    .join(',');
}

function timeOf(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

/** Quoted where it must be. A title that begins like a formula is words, and stays words in a spreadsheet. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
