const ages = [["", "Any time"], ["900", "Last 15 minutes"], ["3600", "Last hour"],
  ["21600", "Last 6 hours"], ["86400", "Last day"], ["604800", "Last week"]];
const orders = {
  severity: (a, b) => a.place - b.place,
  newest: (a, b) => b.since - a.since || a.place - b.place,
  namespace: (a, b) => (a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0)
    || a.place - b.place,
};

/** What a search looks through, made once. */
const rows = report.incidents.map((incident, place) => ({
  incident, place, namespace: namespaceOf(incident), context: incident.context ?? "",
  since: incident.since ? Date.parse(incident.since) : 0,
  text: [incident.id, incident.rule, incident.category, incident.context ?? "",
    objectName(incident.resource), incident.title, incident.message,
    ...(incident.affected ?? []).slice(0, 50).map(objectName),
    ...(incident.evidence ?? []).map((fact) => fact.value), ...analysisWords(incident)].join("\n").toLowerCase(),
}));

const filters = {
  state: { search: "", severity: "", context: "", namespace: "", category: "", change: "", fix: "",
    age: "", order: "severity" },
  fields: {},

  draw() {
    const unique = (values) => [...new Set(values)].sort();
    const choice = (values, all, label = (value) => value) =>
      [["", all], ...values.map((value) => [value, label(value)])];
    const search = element("input", { type: "search", placeholder: "name, message, value …  ( / )",
      autocomplete: "off", "aria-controls": "incidents" });
    this.add("search", "Search", search, "input", "wide");
    this.select("severity", "Severity", choice(severities, "All"));
    const contexts = report.metadata.contexts ?? [];
    if (contexts.length) this.select("context", "Context", choice(contexts, "All"));
    // With a mark before it, since the namespace of cluster objects is empty.
    this.select("namespace", "Namespace", choice(unique(rows.map((row) => "=" + row.namespace)),
      "All", (value) => namespaceLabel(value.slice(1))));
    this.select("category", "Category",
      choice(unique(report.incidents.map((incident) => incident.category)), "All"));
    const changes = unique(report.incidents.map((incident) => incident.change).filter(Boolean));
    if (changes.length) this.select("change", "Change", choice(changes, "All"));
    const fixes = unique(report.incidents.map(fixStatus).filter(Boolean));
    if (fixes.length) this.select("fix", "Fix", choice(fixes, "All"));
    this.select("age", "Since", ages);
    this.select("order", "Order", [["severity", "Worst first"],
      ["newest", "Newest first"], ["namespace", "By namespace"]]);
    byId("filters").append(element("button", { type: "reset" }, "Reset"));
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
    byId("filters").addEventListener("reset", () => this.set({ search: "", severity: "",
      context: "", namespace: "", category: "", change: "", fix: "", age: "", order: "severity" }));
    setUpSearchKey(search);
  },

  select(name, label, options) {
    this.add(name, label, element("select", { "aria-controls": "incidents" }, ...options.map(
      ([value, text]) => element("option", { value }, text))), "change");
  },

  add(name, label, field, event, className) {
    this.fields[name] = field;
    field.name = name;
    let timer = 0;
    field.addEventListener(event, () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.set({ [name]: field.value }), event === "input" ? 120 : 0);
    });
    byId("filters").append(
      element("label", { class: className }, element("span", {}, label), field));
  },

  set(changes) {
    Object.assign(this.state, changes);
    for (const [name, field] of Object.entries(this.fields)) {
      if (field.value !== this.state[name]) field.value = this.state[name];
    }
    for (const tile of document.querySelectorAll(".tile")) {
      tile.setAttribute("aria-pressed", tile.dataset.severity === this.state.severity);
    }
    const found = this.found();
    byId("count").textContent = `Showing ${found.length.toLocaleString("en")} of `
      + counted(rows.length, "incident");
    list.show(found.map((row) => row.incident));
  },

  found() {
    const { search, severity, context, namespace, category, change, fix, age, order } = this.state;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter(({ incident, text, since, ...row }) =>
      (!severity || (severityOf(incident) === severity && !isResolved(incident)))
      && (!context || row.context === context)
      && (!namespace || "=" + row.namespace === namespace)
      && (!category || incident.category === category)
      && (!change || incident.change === change)
      && (!fix || fixStatus(incident) === fix)
      && (!age || (since && now - since <= Number(age) * 1000))
      && words.every((word) => text.includes(word)),
    ).sort(orders[order] ?? orders.severity);
  },
};
