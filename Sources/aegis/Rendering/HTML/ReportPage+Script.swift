// Written by .ci/generate from the files in page/: change those.

extension ReportPage {
    static let script: StaticString = #"""

        "use strict";
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

        // Ages from seconds to months on one axis: logarithmic, today's minutes as wide as last week's days.

        const lanes = [...severities, "events"];
        const marks = [[60, "1m"], [600, "10m"], [3600, "1h"], [21600, "6h"], [86400, "1d"],
          [604800, "7d"], [2592000, "30d"], [31536000, "1y"]];

        /** Moments by lane: [lane, age in seconds]. */
        function timelineMoments() {
          const age = (time) => Math.max(0, (now - Date.parse(time)) / 1000);
          const incidents = report.incidents.filter((one) => one.since && !isResolved(one))
            .map((one) => [lanes.indexOf(severityOf(one)), age(one.since)]);
          const events = report.events.filter((one) => one.time).map((one) => [4, age(one.time)]);
          return [...incidents, ...events].filter((moment) => Number.isFinite(moment[1]));
        }

        let drawnWidth = 0;

        function drawTimeline() {
          if (byId("timeline").clientWidth === drawnWidth) return;
          drawnWidth = byId("timeline").clientWidth;
          const moments = timelineMoments();
          const box = byId("timeline");
          if (!moments.length) return box.replaceChildren(element("p", { class: "none" }, "No dates."));
          const oldest = Math.max(600, ...moments.map((moment) => moment[1])) * 1.15;
          const width = Math.max(280, box.clientWidth || 600);
          const [left, right, top, step] = [58, 18, 8, 30];
          const height = top + lanes.length * step + 22;
          const scale = (age) =>
            width - right - Math.log1p(age / 30) / Math.log1p(oldest / 30) * (width - left - right);
          const svg = drawing("svg", {
            viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": timelineSummary(moments),
          });
          for (const [age, label] of marks.filter((mark) => mark[0] < oldest && width - scale(mark[0]) > 48)) {
            svg.append(
              drawing("line", { x1: scale(age), x2: scale(age), y1: top, y2: height - 20 }),
              drawing("text", { x: scale(age), y: height - 6, "text-anchor": "middle" }, label));
          }
          svg.append(drawing("text", { x: width - right, y: height - 6, "text-anchor": "middle" }, "now"));
          lanes.forEach((lane, i) => svg.append(
            drawing("text", { x: 0, y: top + i * step + step / 2 + 4 }, lane)));
          svg.append(...timelineDots(moments, scale, (lane) => top + lane * step + step / 2));
          box.replaceChildren(svg);
        }

        /** One dot for what falls on the same few pixels, the larger the more. */
        function timelineDots(moments, scale, y) {
          const dots = new Map();
          for (const [lane, age] of moments) {
            const key = `${lane} ${Math.round(scale(age) / 9)}`;
            const dot = dots.get(key) ?? { lane, x: 0, count: 0, age };
            dot.x += scale(age);
            dot.count += 1;
            dots.set(key, dot);
          }
          return [...dots.values()].map((dot) => drawing("circle", {
            cx: (dot.x / dot.count).toFixed(1), cy: y(dot.lane), "data-severity": lanes[dot.lane],
            r: Math.min(9, 4.2 + 1.2 * Math.log2(dot.count)).toFixed(1),
          }, drawing("title", {}, `${dot.count} ${lanes[dot.lane]}, about ${ageText(dot.age * 1000)} ago`)));
        }

        function timelineSummary(moments) {
          const parts = lanes.map((lane, i) => [lane, moments.filter((moment) => moment[0] === i)])
            .filter((part) => part[1].length)
            .map(([lane, some]) => `${some.length} ${lane}, the newest `
              + `${ageText(Math.min(...some.map((moment) => moment[1])) * 1000)} ago, the oldest `
              + `${ageText(Math.max(...some.map((moment) => moment[1])) * 1000)} ago`);
          return `Timeline: ${parts.join("; ")}`;
        }

        /** The events as a table, for who cannot see dots or wants their words. */
        function drawEvents() {
          const details = byId("events");
          if (!report.events.length) return details.remove();
          const [summary, box] = details.children;
          summary.textContent = `${counted(report.events.length, "event")} about these objects`;
          details.addEventListener("toggle", () => {
            const rows = report.events.toReversed().slice(0, 300).map((event) => [
              `${ageText(now - Date.parse(event.time))} ago`, event.reason,
              objectName(event.resource), event.count > 1 ? `${event.count}×` : "", event.message]);
            box.append(dataTable("Events, the newest first",
              ["When", "Reason", "Object", "Seen", "Message"], rows));
          }, { once: true });
        }

        // What an incident explains: from its cause to the workloads that suffer, to their pods.

        const chainLimit = 8;

        function chainNode(object, className, note) {
          return element("div", { class: `node ${className}` }, objectName(object),
            note ? element("small", {}, note) : "");
        }

        /** The first fact about an object, as the proof that it belongs to the chain. */
        function factAbout(incident, object) {
          const name = objectName(object);
          const fact = (incident.evidence ?? []).find((one) => objectName(one.resource) === name);
          return fact && `${fact.path.split(".").at(-1)}: ${fact.value}`.slice(0, 90);
        }

        function chain(incident) {
          const affected = incident.affected ?? [];
          const owners = incident.owners ?? [];
          const nodes = [...affected, ...owners];
          const parents = incident.parents ?? [];
          const children = new Map();
          // From each affected object upward, so that an owner stands there if something of it suffers.
          const seen = new Set();
          const place = (node) => {
            if (node < 0 || seen.has(node)) return;
            seen.add(node);
            const parent = parents[node] ?? -1;
            children.set(parent, [...(children.get(parent) ?? []), node]);
            place(parent);
          };
          affected.forEach((_, node) => place(node));
          const list = (parent, depth) => {
            const places = children.get(parent) ?? [];
            if (!places.length || depth > 4) return "";
            const items = places.slice(0, chainLimit).map((place) => element("li", {},
              chainNode(nodes[place], place < affected.length ? "" : "owner",
                factAbout(incident, nodes[place])), list(place, depth + 1)));
            if (places.length > chainLimit) {
              items.push(element("li", {},
                element("div", { class: "node" }, `and ${places.length - chainLimit} more`)));
            }
            return element("ul", {}, ...items);
          };
          return element("ul", { class: "chain" }, element("li", {},
            chainNode(incident.resource, "cause", incident.title), list(-1, 0)));
        }

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

        """#
}
