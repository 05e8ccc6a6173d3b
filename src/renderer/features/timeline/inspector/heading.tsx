/** What is selected, over its fields. */
export function Heading({ title, more }: { readonly title: string; readonly more?: string | undefined }) {
  return (
    <header className="border-b border-line px-3 py-2">
      <h2 className="text-base font-medium text-text">{title}</h2>
      {more === undefined ? null : (
        <p className="mt-0.5 line-clamp-3 break-words text-sm text-muted">{more}</p>
      )}
    </header>
  );
}
