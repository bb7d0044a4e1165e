/* Before the page is drawn: the colours of the device. */
const isDark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  document.body.dataset.mdColorScheme = isDark.matches ? "slate" : "default";
}

paint();
isDark.addEventListener("change", paint);
