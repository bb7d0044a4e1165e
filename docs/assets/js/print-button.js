/* Buttons that print the page; they show only where a script can answer them. */

for (const button of document.querySelectorAll("[data-does=print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
