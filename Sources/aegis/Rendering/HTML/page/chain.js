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
