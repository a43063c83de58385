const pageSize = 60;

/** The list, built as it is scrolled to. */
const list = {
  incidents: [],
  shown: 0,

  show(incidents) {
    this.incidents = incidents;
    this.shown = 0;
    byId("incidents").replaceChildren();
    if (!incidents.length) {
      byId("incidents").append(element("li", { class: "none" },
        report.incidents.length ? "No incident fits these filters." : "No incidents."));
    }
    this.grow();
  },

  grow() {
    const next = this.incidents.slice(this.shown, this.shown + pageSize);
    byId("incidents").append(...next.map(incidentItem));
    this.shown += next.length;
    const rest = this.incidents.length - this.shown;
    byId("more").replaceChildren(...rest ? [element("button", {
      type: "button", on: ["click", () => this.grow()] }, `Show more (${rest} left)`)] : []);
  },
};

function incidentItem(incident) {
  const severity = isResolved(incident) ? "resolved" : severityOf(incident);
  const age = incident.since ? `for ${ageText(now - Date.parse(incident.since))}` : "";
  const details = element("details", {},
    element("summary", {},
      element("h3", {}, element("span", { class: "badge" }, severity), incident.category,
        element("span", { class: "object" }, objectName(incident.resource)),
        incident.context ? element("span", { class: "object" }, "in " + incident.context) : "",
        fixStatus(incident) ? element("span", { class: `badge fix ${fixStatus(incident)}` },
          fixStatus(incident) === "none" ? "no fix" : `fix ${fixStatus(incident)}`) : "",
        incident.change && !isResolved(incident)
          ? element("span", { class: "badge" }, incident.change) : "",
        element("span", { class: "age" }, age)),
      element("span", { class: "title" }, incident.title)));
  const item = element("li", { class: "incident", "data-severity": severity,
    id: anchorOf(incident) }, details);
  details.addEventListener("toggle", () => details.append(incidentBody(incident)),
    { once: true });
  return item;
}

function incidentBody(incident) {
  const parts = [element("p", { class: "message" }, incident.message)];
  if (incident.analysis) parts.push(...analysisParts(incident.analysis));
  if (incident.next) parts.push(nextCommand(incident.next));
  if (incident.evidence?.length) parts.push(proof(incident));
  if (incident.affected?.length || incident.owners?.length) {
    parts.push(element("section", {}, element("h4", {}, "What it explains"), chain(incident)));
  }
  if (Object.hasOwn(report.rules, incident.rule)) parts.push(meaning(incident));
  const facts = [`rule ${incident.rule}`, `incident ${incident.id}`];
  if (incident.since) facts.push(`since ${incident.since}`);
  if (incident.firstSeen) facts.push(`first seen ${incident.firstSeen}`);
  parts.push(element("p", { class: "facts" },
    ...facts.map((fact) => element("span", {}, fact))));
  return element("div", { class: "body" }, ...parts);
}

function proof(incident) {
  const own = objectName(incident.resource);
  const rows = incident.evidence.map((fact) => {
    const name = objectName(fact.resource);
    const cells = [name === own ? "" : name, element("code", {}, fact.path),
      element("span", {}, element("code", {}, fact.value), fact.note ? `  (${fact.note})` : "")];
    return incident.analysis ? [fact.id, ...cells] : cells;
  });
  const heads = [...(incident.analysis ? ["Id"] : []), "Object", "Field", "Value"];
  return element("section", {}, element("h4", {}, "Proof"),
    dataTable("Facts that prove it", heads, rows, "proof"));
}

function nextCommand(command) {
  return element("section", {}, element("h4", {}, "Next"), commandBox(command));
}

function commandBox(command) {
  const copy = element("button", { type: "button", class: "copy" }, "Copy");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Select it";
    }
  });
  return element("div", { class: "next" }, element("pre", { tabindex: "0" }, command), copy);
}

function meaning(incident) {
  const rule = report.rules[incident.rule];
  return element("details", { class: "meaning" },
    element("summary", {}, `What ${incident.category} means`),
    element("p", {}, rule.meaning), element("h4", {}, "Typical causes"),
    element("ul", {}, ...rule.causes.map((cause) => element("li", {}, cause))));
}
