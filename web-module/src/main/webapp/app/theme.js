// Runs before the first paint, so that a dark screen never flashes white. Not a module for that reason.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let wish = null;
  try {
    wish = localStorage.getItem('zuruf.theme');
  } catch {
    // Storage may be forbidden, in an embedding frame for instance; then the system's setting holds.
  }

  function apply() {
    const isDark = wish === 'dark' || (wish !== 'light' && dark.matches);
    root.dataset.theme = isDark ? 'dark' : 'light';
    root.classList.toggle('sl-theme-dark', isDark);
    root.classList.toggle('sl-theme-light', !isDark);
    root.dispatchEvent(new CustomEvent('zuruf-theme', { detail: { dark: isDark } }));
  }

  dark.addEventListener('change', apply);
  apply();

  window.zurufTheme = {
    get wish() {
      return wish ?? 'system';
    },
    set wish(value) {
      wish = value === 'system' ? null : value;
      try {
        if (wish) localStorage.setItem('zuruf.theme', wish);
        else localStorage.removeItem('zuruf.theme');
      } catch {
        // Not kept, but applied until the page is left.
      }
      apply();
    },
  };
})();
