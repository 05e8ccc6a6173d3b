/** A time as people read it, without seconds: "2026-11-21 05:36 UTC". */
export function sayTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A length of time in its largest fitting unit, rounded up: "40 seconds", "8 minutes", "3 hours", "2 days". */
export function sayDuration(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const;
  const [name, length] = units.find(([, unitMs]) => ms >= unitMs) ?? units[3];
  const count = Math.max(1, Math.ceil(ms / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
