// Hides the sections that do not fit what is searched for; without it all are there.

const form = document.getElementById("filters");
const { search, state } = form.elements;
const sections = [...document.querySelectorAll("#list > section")];
const texts = sections.map((section) => section.textContent.toLowerCase());

function applyFilters() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  sections.forEach((section, i) => {
    const fits = (!state.value || section.dataset.state === state.value)
      && words.every((word) => texts[i].includes(word));
    section.hidden = !fits;
    shown += fits;
  });
  document.getElementById("count").textContent =
    `Showing ${shown.toLocaleString("en")} of ${sections.length.toLocaleString("en")}`;
}

setUpTheme();
setUpSearchKey(search);
form.addEventListener("submit", (event) => event.preventDefault());
// After the fields have their first values back.
form.addEventListener("reset", () => setTimeout(applyFilters));
let timer = 0;
search.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(applyFilters, 120);
});
state.addEventListener("change", applyFilters);
form.hidden = false;
applyFilters();
document.documentElement.dataset.ready = "";
