/* Before the page is drawn: where the theme's script keeps a reader's settings, and the colours chosen before.
   A file of its own, since the site's policy lets no script run that stands in a page. */
__md_scope = new URL(document.documentElement.dataset.base, location);
__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
__md_get = (key, storage, scope = __md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(scope.pathname + "." + key));
  } catch {
    return null; // nothing chosen; where a browser forbids its storage, the theme's script would stop at the error
  }
};
__md_set = (key, value, storage, scope = __md_scope) => {
  try {
    (storage ?? localStorage).setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    /* a browser that keeps nothing shows the colours of the device */
  }
};

(() => {
  const chosen = __md_get("__palette");
  if (!chosen?.color) return;
  const { color } = chosen;
  if (color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light})']`);
    color.scheme = input.getAttribute("data-md-color-scheme");
  }
  document.body.setAttribute("data-md-color-scheme", color.scheme);
})();
