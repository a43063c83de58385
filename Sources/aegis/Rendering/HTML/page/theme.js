function setUpTheme() {
  const field = document.getElementById("theme");
  const apply = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  // A page opened from a file may have no storage.
  let stored = "";
  try { stored = localStorage.getItem("aegis-theme") ?? ""; } catch { stored = ""; }
  field.value = stored;
  apply(field.value);
  field.addEventListener("change", () => {
    apply(field.value);
    try { localStorage.setItem("aegis-theme", field.value); } catch { return; }
  });
}

/** `/` goes to the search, as in other pages that have one. */
function setUpSearchKey(search) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    search.focus();
  });
}
