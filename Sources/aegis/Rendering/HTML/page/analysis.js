// Of incidents that were analysed: why, what follows from it, and what mends it.

/** `verified`, `refuted` or `unverified` of the first fix; `none`; "" if nobody looked for one. */
function fixStatus(incident) {
  if (!incident.analysis) return "";
  return incident.analysis.fixes?.[0]?.status ?? "none";
}

/** What a search looks through, too. */
function analysisWords({ analysis }) {
  if (!analysis) return [];
  return [...(analysis.causes ?? []).map((cause) => cause.summary),
    ...(analysis.fixes ?? []).map((fix) => fix.title)];
}

function analysisParts(analysis) {
  const parts = [causes(analysis.causes ?? [])];
  if (analysis.chain?.length > 1) parts.push(flow(analysis.chain));
  parts.push(fixes(analysis));
  if (analysis.opinion?.length) parts.push(opinion(analysis.opinion));
  return parts;
}

const cited = (ids) => ids?.length ? element("span", { class: "cited" }, ` [${ids.join(" ")}]`) : "";

function causes([first, ...others]) {
  const line = (cause, before = "") => element("p", {}, before, cause.summary, cited(cause.evidence),
    " ", element("span", { class: "badge plain" }, cause.confidence));
  return element("section", {}, element("h4", {}, "Cause"),
    first ? line(first) : element("p", {}, "Not known."),
    ...others.map((cause) => line(cause, "Or else: ")));
}

/** From the cause to the symptom, each step below the one it follows from. */
function flow(chain) {
  return element("section", {}, element("h4", {}, "How it came to this"),
    element("ol", { class: "flow" }, ...chain.map((link, i) => element("li", {},
      element("div", { class: i ? "node" : "node cause" }, objectName(link.resource),
        element("small", {}, link.text, cited(link.evidence)))))));
}

function fixes(analysis) {
  const all = analysis.fixes ?? [];
  return element("section", {}, element("h4", {}, all.length > 1 ? "Fixes" : "Fix"),
    all.length ? "" : element("p", {}, "None is known."),
    ...all.map((fix, i) => element("details", { class: "fix", open: i ? undefined : "" },
      element("summary", {}, fix.title, " ",
        element("span", { class: `badge fix ${fix.status}` }, fix.status), " ",
        element("span", { class: "badge plain" }, `${fix.risk} risk`)),
      ...fixBody(fix, i ? [] : analysis.verification?.checks ?? []))));
}

function fixBody(fix, checks) {
  const parts = [element("p", {}, fix.rationale ?? "")];
  if (fix.refutation) parts.push(element("p", {}, `Refuted: ${fix.refutation}`));
  if (fix.blastRadius) parts.push(element("p", {}, `Touches: ${fix.blastRadius}.`));
  for (const patch of [fix.patch, ...(fix.furtherPatches ?? [])]) {
    if (patch?.changes?.length) parts.push(diff(patch));
  }
  if (fix.kustomization) parts.push(commandBox(fix.kustomization));
  if (fix.command) parts.push(commandBox(fix.command));
  if (checks.length) {
    parts.push(element("ul", { class: "checks" }, ...checks.map((check) => element("li", {},
      element("span", { class: `badge fix ${check.status}` }, check.status), " ",
      element("b", {}, check.name), ` ${check.message ?? ""}`))));
  }
  return parts;
}

function diff(patch) {
  const lines = patch.changes.flatMap((change) => [`  ${change.path}\n`,
    change.before === undefined ? "" : element("del", {}, `- ${change.before}\n`),
    change.after === undefined ? "" : element("ins", {}, `+ ${change.after}\n`)]);
  return element("div", {}, element("p", { class: "hint" },
    `${patch.type} patch of ${objectName(patch.target)}`),
  element("pre", { class: "diff", tabindex: "0" }, ...lines));
}

/** A model's words are its own, and nobody verified them. */
function opinion(lines) {
  return element("section", {}, element("h4", {}, "What a model adds (not verified)"),
    element("ul", {}, ...lines.map((line) => element("li", {}, line))));
}
