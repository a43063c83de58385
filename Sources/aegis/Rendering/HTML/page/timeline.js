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
