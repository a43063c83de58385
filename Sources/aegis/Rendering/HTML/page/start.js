function setUpTheme() {
  const field = byId("theme");
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

/** `#incident-ID` opens that one, so that a link to the page can point at it. */
function openLinked() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = list.incidents.findIndex((incident) => anchorOf(incident) === id);
  if (place < 0) return;
  while (list.shown <= place) list.grow();
  const item = document.getElementById(id);
  item.firstChild.open = true;
  item.scrollIntoView();
}

setUpTheme();
drawHeading();
drawVerdict();
drawTiles();
drawHeatmap();
drawEvents();
drawCoverage();
filters.draw();
filters.set({});
drawTimeline();
new ResizeObserver(() => drawTimeline()).observe(byId("timeline"));
new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) list.grow();
}, { rootMargin: "600px" }).observe(byId("more"));
addEventListener("hashchange", openLinked);
openLinked();
document.documentElement.dataset.ready = "";
