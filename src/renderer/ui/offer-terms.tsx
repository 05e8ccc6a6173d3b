/** What stands under a price: the model and how the price comes about, or why there is none. */
export function OfferTerms({
  terms,
  problem,
}: {
  readonly terms: readonly string[];
  readonly problem: string | null;
}) {
  if (problem !== null) {
    return (
      <p role="alert" className="text-sm break-words text-bad">
        {problem}
      </p>
    );
  }
  return (
    <div role="status" className="min-h-10 text-sm text-muted tabular-nums">
      {terms.map((term, place) => (
        <p
          key={term}
          className={place === 0 ? 'break-words first-letter:uppercase' : 'text-xs break-words text-faint'}
        >
          {term}
        </p>
      ))}
    </div>
  );
}
