/** The first letters of a name or an address, where there is no picture. */
export function Initials({
  name,
  look = 'size-10 text-base',
}: {
  readonly name: string;
  readonly look?: string;
}) {
  const letters = name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-full border border-line bg-raised font-medium text-text ${look}`}
    >
      {letters}
    </span>
  );
}
