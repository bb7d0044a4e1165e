/* Loads the search when a reader asks for it: by the button, by / or s, or by an address that holds a query. */

(() => {
  const button = document.querySelector("[data-search]");
  const open = () => import(new URL(button.dataset.search, location.href)).then((search) => search.show(button));
  button.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if ((event.key === "/" || event.key === "s") && !typing && !(event.ctrlKey || event.metaKey || event.altKey)) {
      event.preventDefault();
      open();
    }
  });
  if (new URLSearchParams(location.search).has("q")) open();
})();
