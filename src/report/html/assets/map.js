// @ts-check

/** The map of resources: its lines, its keys and its size. */
function resourceMap() {
  const canvas = one(".canvas", HTMLElement);
  const map = one(".map", HTMLElement);
  const lines = one(".lines", SVGSVGElement);
  if (!canvas || !map || !lines) {
    return;
  }
  const nodes = all(".node", HTMLElement, map);
  const byKey = new Map(nodes.map((node) => [node.dataset["node"] ?? "", node]));
  /** @param {HTMLElement} node @param {string} list */
  const listed = (node, list) => (node.dataset[list] ?? "").split(" ").flatMap((key) => byKey.get(key) ?? []);

  /** @param {HTMLElement} from @param {HTMLElement} to @param {string} kind */
  const line = (from, to, kind) => {
    const frame = canvas.getBoundingClientRect();
    const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
    const [dx, dy] = [
      canvas.scrollLeft - frame.left - canvas.clientLeft,
      canvas.scrollTop - frame.top - canvas.clientTop,
    ];
    const isRight = end.left >= start.right;
    const isLeft = end.right <= start.left;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const [x1, y1, x2, y2] =
      isRight || isLeft
        ? [
            (isRight ? start.right : start.left) + dx,
            start.top + start.height / 2 + dy,
            (isRight ? end.left : end.right) + dx,
            end.top + end.height / 2 + dy,
          ]
        : [
            start.left + start.width / 2 + dx,
            (end.top > start.top ? start.bottom : start.top) + dy,
            end.left + end.width / 2 + dx,
            (end.top > start.top ? end.top : end.bottom) + dy,
          ];
    const bend =
      isRight || isLeft
        ? `${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2}`
        : `${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2}`;
    path.setAttribute("d", `M${x1} ${y1}C${bend} ${x2} ${y2}`);
    path.setAttribute("class", kind);
    lines.append(path);
  };

  /** @type {HTMLElement | undefined} */
  let traced;
  const draw = () => {
    for (const path of all(":scope > path", SVGPathElement, lines)) {
      path.remove();
    }
    lines.setAttribute("width", "0");
    lines.setAttribute("height", "0");
    lines.setAttribute("width", String(canvas.scrollWidth));
    lines.setAttribute("height", String(canvas.scrollHeight));
    for (const node of nodes) {
      for (const other of listed(node, "missing")) {
        line(other, node, "missing");
      }
    }
    map.classList.toggle("tracing", traced !== undefined);
    const before = traced ? listed(traced, "waits") : [];
    const after = nodes.filter((node) => traced && listed(node, "waits").includes(traced));
    for (const node of nodes) {
      node.classList.toggle("near", node === traced || before.includes(node) || after.includes(node));
    }
    for (const other of before) {
      line(other, /** @type {HTMLElement} */ (traced), "near");
    }
    for (const other of after) {
      line(/** @type {HTMLElement} */ (traced), other, "near");
    }
  };
  /** @param {EventTarget | null} target */
  const nodeOf = (target) => {
    const node = target instanceof Element ? target.closest(".node") : null;
    return node instanceof HTMLElement ? node : undefined;
  };
  /** @param {HTMLElement | undefined} node */
  const trace = (node) => {
    if (node !== traced) {
      traced = node;
      draw();
    }
  };
  map.addEventListener("pointerover", ({ target }) => trace(nodeOf(target)));
  map.addEventListener("pointerleave", () => trace(nodeOf(document.activeElement)));
  map.addEventListener("focusin", ({ target }) => trace(nodeOf(target)));
  map.addEventListener("focusout", () => trace(undefined));

  // One stop of the Tab key, as a list has; arrows go on from there.
  /** @param {HTMLElement | undefined} node */
  const enter = (node) => {
    for (const other of nodes) {
      other.tabIndex = other === node ? 0 : -1;
    }
  };
  enter(nodes.find((node) => node.matches("a")) ?? nodes[0]);
  const ways = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  });
  /** The nearest in a direction. @param {HTMLElement} node @param {[number, number]} way */
  const beside = (node, [right, down]) => {
    const own = node.getBoundingClientRect();
    const near = nodes.flatMap((other) => {
      const box = other.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2 - own.left - own.width / 2, box.top - own.top];
      const [along, across] = right === 0 ? [y * down, Math.abs(x)] : [x * right, Math.abs(y)];
      return along > 4 && other !== node ? [{ other, distance: along + 3 * across }] : [];
    });
    return near.sort((first, second) => first.distance - second.distance)[0]?.other;
  };
  map.addEventListener("keydown", (event) => {
    const node = nodeOf(event.target);
    const way = ways[event.key];
    const ends = /** @type {Record<string, HTMLElement | undefined>} */ ({ Home: nodes[0], End: nodes.at(-1) });
    const next = node && (way ? beside(node, way) : ends[event.key]);
    if (next) {
      event.preventDefault();
      enter(next);
      next.focus();
    }
  });

  let scale = 1;
  /** @param {number} level */
  const zoom = (level) => {
    scale = Math.min(2, Math.max(0.3, level));
    map.style.setProperty("zoom", String(scale));
    draw();
  };
  const fits = () => {
    lines.setAttribute("height", "0");
    lines.setAttribute("width", "0");
    return canvas.scrollHeight <= canvas.clientHeight && canvas.scrollWidth <= canvas.clientWidth;
  };
  /** The largest size at which all of it is seen. */
  const fit = () => {
    const bar = one(".bar", HTMLElement);
    const room = innerHeight - (bar?.offsetHeight ?? 0) - 32;
    canvas.style.setProperty("max-height", `${room}px`);
    let [small, large] = [0.3, 1];
    for (let step = 0; step < 7; step++) {
      const middle = (small + large) / 2;
      map.style.setProperty("zoom", String(middle));
      [small, large] = fits() ? [middle, large] : [small, middle];
    }
    map.style.setProperty("zoom", "1");
    zoom(fits() ? 1 : small);
    bar?.scrollIntoView();
  };
  const sizes = /** @type {Record<string, () => void>} */ ({
    out: () => zoom(scale / 1.25),
    in: () => zoom(scale * 1.25),
    full: () => zoom(1),
    fit,
  });
  for (const button of all("[data-zoom]", HTMLButtonElement)) {
    button.addEventListener("click", () => sizes[button.dataset["zoom"] ?? ""]?.());
  }
  // It is laid out anew when it is first shown, and when the window changes.
  new ResizeObserver(draw).observe(map);
}
