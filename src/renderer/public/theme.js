// Runs before the first paint, so that the window never flashes in the other theme. The rules are those of
// features/shell/theme.ts, which keeps the name below up to date.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('reelwright.theme');
  } catch {
    // Storage may be forbidden; then the system's theme is shown.
  }
  const light =
    theme === 'light' || (theme !== 'dark' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();
