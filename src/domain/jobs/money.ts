/** The unit of all prices, budgets and charges: whole millionths of a US dollar, so that sums are exact. */
export const usdMicrosPerUsd = 1_000_000;

/** An amount for a sentence, with cents and as many more digits as it needs: "$4.20", "$0.025", "$0.000123". */
export function formatUsd(usdMicros: number): string {
  const digits = (Math.round(usdMicros) / usdMicrosPerUsd).toFixed(6);
  return `$${digits.replace(/0{1,4}$/, '')}`;
}

/** US dollars as they come from outside (an option, a price list), to the nearest unit. */
export function usdToMicros(usd: number): number {
  return Math.round(usd * usdMicrosPerUsd);
}
