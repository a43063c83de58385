// Everything from the report reaches the page as text: by textContent or append(), never as HTML.

const report = JSON.parse(document.getElementById("data").textContent);
const severities = ["critical", "high", "medium", "low"];
const now = Date.parse(report.metadata.generatedAt);

const byId = (id) => document.getElementById(id);

/** An element with attributes and children; strings become text. */
function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key === "on") node.addEventListener(...value);
    else if (value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

function drawing(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const severityOf = (incident) =>
  severities.includes(incident.severity) ? incident.severity : "low";
const isResolved = (incident) => incident.change === "resolved";
const objectName = (object) =>
  `${object.kind} ${object.namespace ? object.namespace + "/" : ""}${object.name}`;
/** What makes it one of its own: the id is the same where the same is broken in two clusters. */
const anchorOf = (incident) =>
  "incident-" + (incident.context ? incident.context + "/" : "") + incident.id;
const namespaceOf = (incident) => incident.resource.namespace ?? "";
const namespaceLabel = (name) => name || "(cluster)";
const gapName = (entry) => (entry.context ? entry.context + ": " : "")
  + (entry.resource === "*" ? "everything" : entry.resource);
const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** Milliseconds as kubectl prints ages: 3d4h, 12m, 45s. */
function ageText(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [days, hours] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24];
  const minutes = Math.floor(seconds / 60) % 60;
  if (days >= 8) return `${days}d`;
  if (days > 0) return `${days}d${hours ? hours + "h" : ""}`;
  if (hours > 0) return `${hours}h${minutes ? minutes + "m" : ""}`;
  return minutes > 0 ? `${minutes}m` : `${seconds}s`;
}

function dataTable(caption, heads, rows, className) {
  return element("div", { class: "tablebox" }, element("table", { class: className },
    element("caption", { class: "skip" }, caption),
    element("thead", {}, element("tr", {},
      ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {},
      ...row.map((cell) => element("td", {}, cell)))))));
}
