// @ts-check
(() => {
  "use strict";

  /**
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} kind
   * @param {ParentNode} [within]
   * @returns {T[]}
   */
  const all = (selector, kind, within = document) => {
    /** @param {Element} element @returns {element is T} */
    const fits = (element) => element instanceof kind;
    return [...within.querySelectorAll(selector)].filter(fits);
  };

  /**
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} kind
   */
  const one = (selector, kind) => all(selector, kind)[0];

  /** @param {string} name */
  function remembered(name) {
    try {
      return localStorage.getItem(`preflight-${name}`) ?? "";
    } catch {
      // Some browsers keep nothing for pages that are opened from a file.
      return "";
    }
  }

  /** @param {string} name @param {string} value */
  function remember(name, value) {
    try {
      localStorage.setItem(`preflight-${name}`, value);
    } catch {
      // It holds for as long as the page is open.
    }
  }

  function theme() {
    const select = one("#theme", HTMLSelectElement);
    if (!select) {
      return;
    }
    const show = () => {
      document.documentElement.dataset["theme"] = select.value;
    };
    const earlier = remembered("theme");
    select.value = ["light", "dark"].includes(earlier) ? earlier : "";
    show();
    select.addEventListener("change", () => {
      remember("theme", select.value);
      show();
    });
  }

  const languageTabs = () => {
    const sets = all("[data-tabs]", HTMLElement);

    /** Shows a language in every set; one that does not have it shows its first. @param {string} language */
    const choose = (language) => {
      for (const set of sets) {
        const tabs = all("[role=tab]", HTMLButtonElement, set);
        const chosen = tabs.find((tab) => tab.dataset["language"] === language) ?? tabs[0];
        for (const tab of tabs) {
          tab.setAttribute("aria-selected", String(tab === chosen));
          tab.tabIndex = tab === chosen ? 0 : -1;
        }
        for (const panel of all("[data-tab]", HTMLElement, set)) {
          panel.hidden = panel.dataset["tab"] !== chosen?.dataset["language"];
        }
      }
    };

    /** @param {HTMLButtonElement} tab */
    const take = (tab) => {
      const { top } = tab.getBoundingClientRect();
      const language = tab.dataset["language"] ?? "";
      remember("language", language);
      choose(language);
      // Code above it may have become longer or shorter.
      scrollBy(0, tab.getBoundingClientRect().top - top);
    };

    for (const set of sets) {
      const list = document.createElement("div");
      list.setAttribute("role", "tablist");
      list.setAttribute("aria-label", set.dataset["tabs"] ?? "");
      const own = all("[data-tab]", HTMLElement, set).map((panel) => {
        const tab = document.createElement("button");
        tab.type = "button";
        tab.id = `${panel.id}-tab`;
        tab.textContent = panel.getAttribute("aria-label");
        tab.dataset["language"] = panel.dataset["tab"] ?? "";
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-controls", panel.id);
        panel.setAttribute("role", "tabpanel");
        panel.removeAttribute("aria-label");
        panel.setAttribute("aria-labelledby", tab.id);
        return tab;
      });
      list.append(...own);
      list.addEventListener("click", ({ target }) => {
        if (target instanceof HTMLButtonElement) {
          take(target);
        }
      });
      list.addEventListener("keydown", (event) => {
        const at = own.findIndex((tab) => tab === event.target);
        const steps = /** @type {Record<string, number>} */ ({
          ArrowRight: at + 1,
          ArrowLeft: at - 1,
          Home: 0,
          End: -1,
        });
        const tab = own.at((steps[event.key] ?? NaN) % own.length);
        if (event.key in steps && tab) {
          event.preventDefault();
          take(tab);
          tab.focus();
        }
      });
      set.prepend(list);
      set.classList.add("tabbed");
    }
    // The program's own language first; it is not known of every state.
    choose(document.documentElement.dataset["language"] || remembered("language") || "typescript");
  };

  function filtering() {
    const search = one("#search", HTMLInputElement);
    const count = one("#count", HTMLElement);
    if (!search || !count) {
      return;
    }
    const selects = all("[data-filter]", HTMLSelectElement);
    const groups = all(".rule", HTMLDetailsElement).map((group) => ({
      group,
      text: (
        group.querySelector("summary")?.textContent +
        " " +
        group.querySelector(".about")?.textContent
      ).toLowerCase(),
      tally: one(`#${CSS.escape(group.id)} [data-count]`, HTMLElement),
      findings: all(".finding", HTMLElement, group).map((finding) => ({
        finding,
        text: finding.textContent.toLowerCase(),
      })),
    }));
    const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
    const nodes = all("a.node", SVGElement).map((node) => {
      const topics = node.querySelector(".topics");
      return { node, topics, whole: [...(topics?.childNodes ?? [])] };
    });
    const kinds = ["mandatory", "advisory", "exempted"];

    /** @param {HTMLElement} finding */
    const kindOf = ({ dataset }) => (dataset["exempted"] === "yes" ? "exempted" : (dataset["level"] ?? ""));

    /** @param {string} key */
    const selectOf = (key) => selects.find(({ dataset }) => dataset["filter"] === key);
    const marks = all("[data-mark]", HTMLButtonElement);

    /** @param {HTMLElement} finding */
    const isChosen = (finding) =>
      selects.every(({ value, dataset }) => value === "" || finding.dataset[dataset["filter"] ?? ""] === value);

    const isFiltered = () => search.value.trim() !== "" || selects.some(({ value }) => value !== "");

    const apply = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const shownAt = /** @type {Map<string, HTMLElement[]>} */ (new Map());
      let shown = 0;
      for (const { group, text: heading, tally, findings } of groups) {
        let here = 0;
        for (const { finding, text: own } of findings) {
          const fits = isChosen(finding) && words.every((word) => own.includes(word) || heading.includes(word));
          if (finding.parentElement) {
            finding.parentElement.hidden = !fits;
          }
          if (fits) {
            const resource = finding.dataset["resource"] ?? "";
            shownAt.set(resource, [...(shownAt.get(resource) ?? []), finding]);
            here += 1;
          }
        }
        group.hidden = here === 0;
        for (const more of all(".more", HTMLDetailsElement, group)) {
          more.hidden = all("li:not([hidden])", HTMLElement, more).length === 0;
        }
        if (tally) {
          tally.textContent = here === findings.length ? String(here) : `${String(here)} of ${String(findings.length)}`;
        }
        shown += here;
      }
      count.textContent =
        (isFiltered() ? `${String(shown)} of ` : "") + `${String(total)} finding${total === 1 ? "" : "s"}`;
      const resource = selectOf("resource")?.value;
      for (const mark of marks) {
        mark.setAttribute("aria-pressed", String(mark.dataset["mark"] === selectOf("category")?.value));
      }
      for (const { node, topics, whole } of nodes) {
        const its = shownAt.get(node.dataset["resource"] ?? "") ?? [];
        const worst = kinds.find((kind) => its.some((finding) => kindOf(finding) === kind));
        for (const kind of kinds) {
          node.classList.toggle(kind, kind === worst);
        }
        node.classList.toggle("muted", its.length === 0);
        node.classList.toggle("chosen", node.dataset["resource"] === resource);
        const figure = node.querySelector(".count");
        if (figure) {
          figure.textContent = String(its.length);
        }
        const categories = new Set(its.map(({ dataset }) => dataset["category"]));
        topics?.replaceChildren(...(isFiltered() ? [[...categories].join(", ")] : whole));
      }
    };

    const unfold = () => {
      for (const details of all("#groups details", HTMLDetailsElement)) {
        details.open = true;
      }
    };

    let waiting = 0;
    search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(apply, 80);
    });
    for (const select of selects) {
      select.addEventListener("change", apply);
    }
    const clear = () => {
      search.value = "";
      for (const select of selects) {
        select.value = "";
      }
      apply();
    };
    one("#clear", HTMLButtonElement)?.addEventListener("click", clear);
    one("#unfold", HTMLButtonElement)?.addEventListener("click", unfold);
    one("#fold", HTMLButtonElement)?.addEventListener("click", () => {
      for (const { group } of groups) {
        group.open = false;
      }
    });
    document.addEventListener("keydown", (event) => {
      const { target } = event;
      const writes = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
      if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.key === "Escape" && target === search) {
        search.value = "";
        apply();
      }
    });
    for (const mark of marks) {
      mark.addEventListener("click", () => {
        clear();
        const select = selectOf("category");
        if (select) {
          select.value = mark.dataset["mark"] ?? "";
        }
        apply();
        const worst = one("li:not([hidden]) > .finding", HTMLElement)?.dataset["resource"];
        nodes
          .find(({ node }) => node.dataset["resource"] === worst)
          ?.node.scrollIntoView({ block: "nearest", inline: "center" });
      });
    }
    for (const { node } of nodes) {
      node.addEventListener("click", (event) => {
        event.preventDefault();
        clear();
        const select = selectOf("resource");
        if (select) {
          select.value = node.dataset["resource"] ?? "";
        }
        apply();
        for (const { group } of groups) {
          group.open = !group.hidden;
          for (const more of all(".more", HTMLDetailsElement, group)) {
            more.open = !more.hidden;
          }
        }
        const heading = one("#findings", HTMLElement);
        heading?.scrollIntoView();
        heading?.focus({ preventScroll: true });
      });
    }
    // Browsers bring back what was chosen before a page was loaded again.
    apply();
  }

  function drawing() {
    const canvas = one(".canvas", HTMLElement);
    const graph = one(".graph", SVGSVGElement);
    if (!canvas || !graph) {
      return;
    }
    const nodes = all(".node", SVGElement, graph);
    const edges = all(".edge", SVGElement, graph);
    /** @param {SVGElement} node */
    const key = (node) => node.dataset["node"];
    /** @param {SVGElement} node */
    const before = (node) => (node.dataset["before"] ?? "").split(" ").filter(Boolean);
    /** @param {SVGElement} node */
    const after = (node) => nodes.filter((other) => before(other).includes(key(node) ?? ""));

    /** @param {Element | null} node */
    const trace = (node) => {
      graph.classList.toggle("tracing", node !== null);
      const near = new Set();
      if (node instanceof SVGElement) {
        near.add(key(node));
        for (const edge of edges) {
          const ends = [edge.dataset["from"], edge.dataset["to"]];
          const touches = ends.includes(key(node));
          edge.classList.toggle("near", touches);
          for (const end of touches ? ends : []) {
            near.add(end);
          }
        }
      }
      for (const other of nodes) {
        other.classList.toggle("near", near.has(key(other)));
      }
    };
    /** @param {EventTarget | null} target */
    const nodeOf = (target) => (target instanceof Element ? target.closest(".node") : null);
    // A drawing that listens to the focus itself is a stop of the Tab key in Chromium.
    canvas.addEventListener("pointerover", ({ target }) => trace(nodeOf(target)));
    canvas.addEventListener("pointerleave", () => trace(nodeOf(document.activeElement)));
    canvas.addEventListener("focusin", ({ target }) => trace(nodeOf(target)));
    canvas.addEventListener("focusout", () => trace(null));

    // One stop of the Tab key, as a list has; arrows go on from there.
    /** @param {SVGElement | undefined} node */
    const enter = (node) => {
      for (const other of nodes) {
        other.setAttribute("tabindex", other === node ? "0" : "-1");
      }
    };
    enter(nodes.find((node) => node.matches("a")) ?? nodes[0]);
    /** @param {SVGElement} node @param {SVGElement[]} others */
    const nearest = (node, others) => {
      const { left, top } = node.getBoundingClientRect();
      /** @param {SVGElement} other */
      const distance = (other) => {
        const box = other.getBoundingClientRect();
        return Math.hypot((box.left - left) / 2, box.top - top);
      };
      return others.sort((first, second) => distance(first) - distance(second))[0];
    };
    /** @param {SVGElement} node @param {1 | -1} direction */
    const beside = (node, direction) => {
      const { left, top } = node.getBoundingClientRect();
      return nodes.filter((other) => {
        const box = other.getBoundingClientRect();
        return Math.abs(box.left - left) < box.width && (box.top - top) * direction > box.height / 2;
      });
    };
    canvas.addEventListener("keydown", (event) => {
      const node = nodeOf(event.target);
      if (!(node instanceof SVGElement)) {
        return;
      }
      const ways = /** @type {Record<string, () => SVGElement[]>} */ ({
        ArrowLeft: () => nodes.filter((other) => before(node).includes(key(other) ?? "")),
        ArrowRight: () => after(node),
        ArrowUp: () => beside(node, -1),
        ArrowDown: () => beside(node, 1),
        Home: () => nodes.slice(0, 1),
        End: () => nodes.slice(-1),
      });
      const way = ways[event.key];
      if (way) {
        event.preventDefault();
        const next = nearest(node, way());
        if (next) {
          enter(next);
          next.focus();
        }
      }
    });

    const { width, height } = graph.viewBox.baseVal;
    let scale = 1;
    /** @param {number} level */
    const zoom = (level) => {
      scale = Math.min(2, Math.max(0.2, level));
      graph.setAttribute("width", String(Math.round(width * scale)));
      graph.setAttribute("height", String(Math.round(height * scale)));
    };
    for (const button of all("[data-zoom]", HTMLButtonElement)) {
      button.addEventListener("click", () => {
        const levels = /** @type {Record<string, number>} */ ({
          out: scale / 1.25,
          in: scale * 1.25,
          fit: canvas.clientWidth / width,
        });
        zoom(levels[button.dataset["zoom"] ?? ""] ?? 1);
      });
    }
  }

  for (const element of all("[data-script]", HTMLElement)) {
    element.removeAttribute("hidden");
  }
  theme();
  languageTabs();
  filtering();
  drawing();
})();
