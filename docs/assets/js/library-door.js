/* Loads the library's filters when a reader asks for them, by the button or by an address that holds a choice. */

const place = document.querySelector("[data-filters]");
const button = place.querySelector("button");
const names = place.dataset.filters.split(" ");

async function open() {
  button.hidden = true;
  try {
    const { show } = await import("./library-filters.js");
    await show();
  } catch (error) {
    button.hidden = false;
    place.querySelector(".filters-failed").hidden = false;
    throw error;
  }
}

place.hidden = false;
button.addEventListener("click", open);
if (names.some((name) => new URLSearchParams(location.search).get(name))) open();
