function drawHeading() {
  const { cluster, context, contexts, source, aegisVersion } = report.metadata;
  const several = contexts?.length > 3 ? [counted(contexts.length, "context")] : contexts ?? [];
  const names = [...new Set([...several, context, cluster, report.file, source])].filter(Boolean);
  document.title = `aegis ${report.command}: ${names[0]}`;
  byId("origin").textContent = `${report.command} of ${names.join(" · ")}, as of `
    + report.metadata.generatedAt;
  byId("foot").textContent = `aegis ${aegisVersion}. This page is complete in itself: it loads `
    + "nothing and sends nothing.";
}

function drawVerdict() {
  const present = report.incidents.filter((incident) => !isResolved(incident));
  const gaps = report.coverage.filter((entry) =>
    ["partial", "forbidden", "failed"].includes(entry.state));
  const limit = severities.indexOf(report.failOn);
  const failing = present.filter((one) => severities.indexOf(severityOf(one)) <= limit).length;
  const resolved = report.incidents.length - present.length;
  const state = failing ? "critical" : gaps.length || present.length ? "medium" : "resolved";
  const box = element("div", { class: "verdict" });
  box.style.setProperty("--state", `var(--${state})`);
  box.append(element("strong", {}, present.length
    ? `${counted(present.length, "incident")} in ${counted(report.objects, "object")}`
    : `No incidents in ${counted(report.objects, "object")}${gaps.length
      ? " that could be read" : ""}`));
  const parts = [];
  if (present.length && limit >= 0) parts.push(`${failing.toLocaleString("en")} at or above ${report.failOn}`);
  const fixed = report.incidents.filter((one) => fixStatus(one) === "verified").length;
  if (report.command === "analyze") parts.push(`${fixed.toLocaleString("en")} with a verified fix`);
  if (resolved) parts.push(`${resolved} resolved since the baseline`);
  if (parts.length) box.append(element("span", {}, parts.join(", ") + "."));
  if (gaps.length) {
    box.append(element("div", { role: "alert" },
      element("b", {}, "Not everything could be read. What it hides is not known:"),
      element("ul", {}, ...gaps.map((gap) => element("li", {},
        `${gapName(gap)} (${gap.state})${gap.reason ? ": " + gap.reason : ""}`)))));
  }
  byId("verdict").append(box);
}

function drawTiles() {
  for (const severity of severities) {
    const count = report.incidents.filter((incident) =>
      !isResolved(incident) && severityOf(incident) === severity).length;
    byId("tiles").append(element("button", {
      type: "button", class: "tile", "data-severity": severity, "aria-pressed": "false",
      on: ["click", () => filters.set({
        severity: filters.state.severity === severity ? "" : severity })],
    }, element("b", {}, count.toLocaleString("en")), element("span", {}, severity)));
  }
}

function drawCoverage() {
  const rows = report.coverage.map((entry) =>
    [gapName(entry), entry.state, String(entry.count), entry.reason ?? ""]);
  const gaps = report.coverage.some((entry) =>
    !["complete", "absent"].includes(entry.state));
  byId("coverage").append(element("details", { open: gaps ? "" : undefined },
    element("summary", {}, counted(rows.length, "resource")),
    dataTable("How completely each resource was read",
      ["Resource", "State", "Objects", "Reason"], rows)));
}

/** Namespaces by severity; the worst first. */
function drawHeatmap() {
  const counts = new Map();
  for (const incident of report.incidents) {
    if (isResolved(incident)) continue;
    const name = namespaceOf(incident);
    const row = counts.get(name) ?? severities.map(() => 0);
    row[severities.indexOf(severityOf(incident))] += 1;
    counts.set(name, row);
  }
  const worst = (a, b) => {
    for (let i = 0; i < severities.length; i++) if (a[1][i] !== b[1][i]) return b[1][i] - a[1][i];
    return a[0] < b[0] ? -1 : 1;
  };
  const rows = [...counts].sort(worst);
  if (!rows.length) return byId("heatmap").append(element("p", { class: "none" }, "No incidents."));
  const peak = Math.max(...rows.flatMap((row) => row[1]));
  const body = element("tbody");
  const addRows = (some) => body.append(...some.map((row) => heatRow(row, peak)));
  const shown = 8;
  addRows(rows.slice(0, shown));
  byId("heatmap").append(element("div", { class: "tablebox" },
    element("table", { class: "heat" },
      element("caption", { class: "skip" }, "Incidents by namespace and severity"),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, ""),
        ...severities.map((name) => element("th", { scope: "col" }, name)))), body)));
  if (rows.length > shown) {
    const more = element("button", { type: "button" }, `Show all ${rows.length} namespaces`);
    more.addEventListener("click", () => { addRows(rows.slice(shown)); more.remove(); });
    byId("heatmap").append(more);
  }
}

function heatRow([name, counts], peak) {
  return element("tr", {}, element("th", { scope: "row" }, namespaceLabel(name)),
    ...counts.map((count, i) => {
      if (!count) return element("td", {}, "·");
      const button = element("button", {
        type: "button", "data-severity": severities[i],
        "aria-label": `${counted(count, severities[i] + " incident")} in ${namespaceLabel(name)}`,
        on: ["click", () => {
          filters.set({ namespace: "=" + name, severity: severities[i] });
          byId("incidents").focus();
        }],
      }, count.toLocaleString("en"));
      // Few beside many must still be seen, hence the root.
      button.style.setProperty("--heat", (12 + 38 * Math.sqrt(count / peak)).toFixed(0));
      return element("td", {}, button);
    }));
}
