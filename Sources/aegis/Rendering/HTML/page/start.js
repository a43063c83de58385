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
