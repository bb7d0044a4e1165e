/* Loads the search when a reader asks for it: by the button, by / or s, or by an address that holds a query. */

(() => {
  const SHOWN = 6000; // milliseconds that a message stays
  const button = document.querySelector("[data-search]");
  const message = document.querySelector("[data-md-component=dialog]");
  const open = async () => {
    try {
      const search = await import(new URL(button.dataset.search, location.href));
      await search.show(button);
    } catch (error) {
      message.firstElementChild.textContent = button.dataset.failed;
      message.classList.add("md-dialog--active");
      setTimeout(() => message.classList.remove("md-dialog--active"), SHOWN);
      throw error;
    }
  };
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
