// Read before the first paint, so that no page is ever shown in the wrong colours: the reader's own choice of light or
// dark, kept in this browser alone by src/client/theme-choice.ts.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the page follows the system.
}
