// @ts-check

/**
 * What is shown, as the address has it: `#findings?level=mandatory&severity=critical,high`.
 * @typedef {{ view: string, chosen: Map<string, string> }} View
 */

/** @returns {View} */
function addressed() {
  const [view = "", query = ""] = decodeURI(location.hash.slice(1)).split("?");
  return { view, chosen: new Map(new URLSearchParams(query)) };
}

/** @param {View} view */
function addressOf({ view, chosen }) {
  const query = [...chosen].map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  return `#${view}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** The parts of the page as tabs. Gives what shows one of them. @param {(id: string) => void} onChoice */
function pageTabs(onChoice) {
  const nav = one(".tabs", HTMLElement);
  const tabs = nav ? all("a", HTMLAnchorElement, nav) : [];
  const panels = all(".panel", HTMLElement);
  /** @param {HTMLElement} tab */
  const idOf = (tab) => (tab.getAttribute("href") ?? "").slice(1);
  /** @param {string} id */
  const show = (id) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(idOf(tab) === id));
      tab.tabIndex = idOf(tab) === id ? 0 : -1;
    }
    for (const panel of panels) {
      panel.hidden = panel.id !== id;
    }
  };
  nav?.setAttribute("role", "tablist");
  for (const tab of tabs) {
    tab.setAttribute("role", "tab");
    tab.id = `${idOf(tab)}-tab`;
    tab.setAttribute("aria-controls", idOf(tab));
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      onChoice(idOf(tab));
    });
  }
  for (const panel of panels) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `${panel.id}-tab`);
  }
  withArrows(tabs, (tab) => onChoice(idOf(tab)));
  return show;
}

/** @param {number} count */
const figure = (count) => count.toLocaleString("en-US");

function filtering() {
  const search = one("#search", HTMLInputElement);
  const count = one("#count", HTMLElement);
  const clearButton = one("#clear", HTMLButtonElement);
  const panel = one(".filter-panel", HTMLDetailsElement);
  const selects = all("[data-filter]", HTMLSelectElement);
  const chips = all("[data-chip]", HTMLButtonElement);
  const fixed = all(".fixed > li", HTMLElement);
  const groups = all(".rule", HTMLDetailsElement).map((group) => ({
    group,
    total: Number(group.dataset["total"]),
    text: `${textOf(one("summary", HTMLElement, group))} ${textOf(one(".about", HTMLElement, group))}`.toLowerCase(),
    tally: one("[data-count]", HTMLElement, group),
    findings: all(".finding", HTMLElement, group).map((finding) => ({
      finding,
      text: textOf(finding).toLowerCase(),
    })),
  }));
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const nodes = all(".node", HTMLElement);
  const views = all(".panel", HTMLElement).map(({ id }) => id);
  let view = "findings";

  /** The values of the chips that are chosen, by what they are about. */
  const chosenChips = () => {
    const chosen = /** @type {Map<string, string[]>} */ (new Map());
    for (const { dataset } of chips.filter((chip) => chip.getAttribute("aria-pressed") === "true")) {
      const key = dataset["chip"] ?? "";
      chosen.set(key, [...(chosen.get(key) ?? []), dataset["value"] ?? ""]);
    }
    return chosen;
  };

  const apply = () => {
    const words = (search?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const byChip = [...chosenChips()];
    const bySelect = selects.filter(({ value }) => value !== "");
    const resource = bySelect.find(({ dataset }) => dataset["filter"] === "resource")?.value;
    const ofGroup = bySelect.filter(({ dataset }) => dataset["filter"] !== "resource");
    const isFiltered = words.length > 0 || byChip.length > 0 || bySelect.length > 0;
    const shownAt = /** @type {Set<string>} */ (new Set());
    let shown = 0;
    /** @param {HTMLElement} element */
    const isChosen = ({ dataset }) =>
      byChip.every(([key, values]) => values.includes(dataset[key] ?? "")) &&
      ofGroup.every(({ value, dataset: { filter = "" } }) => dataset[filter] === value);
    for (const { group, text: heading, tally, findings, total: whole } of groups) {
      const isGroupChosen = isChosen(group);
      let here = 0;
      for (const { finding, text } of findings) {
        const at = (finding.dataset["resource"] ?? "").split(" ");
        const fits =
          isGroupChosen &&
          (resource === undefined || at.includes(resource)) &&
          words.every((word) => text.includes(word) || heading.includes(word));
        if (finding.parentElement) {
          finding.parentElement.hidden = !fits;
        }
        if (fits) {
          for (const key of at) {
            shownAt.add(key);
          }
          here += 1;
        }
      }
      group.hidden = here === 0;
      for (const more of all(".more", HTMLDetailsElement, group)) {
        const { length } = all("li:not([hidden])", HTMLElement, more);
        const summary = one("summary", HTMLElement, more);
        if (summary) {
          summary.textContent = `Show ${String(length)} more finding${length === 1 ? "" : "s"} of this rule`;
        }
        more.hidden = length === 0;
        // What little a filter leaves is shown at once.
        more.open ||= isFiltered && here > 0 && here <= 5;
      }
      // Those that are not on the page are like the others, except for their resources and words.
      const counted = here === findings.length ? whole : here;
      if (tally) {
        tally.textContent = counted === whole ? figure(whole) : `${figure(counted)} of ${figure(whole)}`;
      }
      shown += counted;
    }
    for (const row of fixed) {
      row.hidden =
        !isChosen(row) || words.some((word) => !textOf(row).toLowerCase().includes(word)) || resource !== undefined;
    }
    for (const part of all(".part", HTMLElement)) {
      part.hidden = all(".rule:not([hidden]), .fixed > li:not([hidden])", HTMLElement, part).length === 0;
    }
    if (count) {
      count.textContent =
        (isFiltered ? `${figure(shown)} of ` : "") + `${figure(total)} finding${total === 1 ? "" : "s"}`;
    }
    if (clearButton) {
      clearButton.hidden = !isFiltered;
    }
    for (const node of nodes) {
      node.classList.toggle("faded", isFiltered && !shownAt.has(node.dataset["resource"] ?? ""));
    }
  };

  const clear = () => {
    if (search) {
      search.value = "";
    }
    for (const select of selects) {
      select.value = "";
    }
    for (const chip of chips) {
      chip.setAttribute("aria-pressed", "false");
    }
  };

  /** @returns {View} */
  const current = () => {
    const pairs = [...chosenChips()].map(([key, values]) => /** @type {[string, string]} */ ([key, values.join(",")]));
    for (const { value, dataset } of selects) {
      pairs.push([dataset["filter"] ?? "", value]);
    }
    pairs.push(["q", search?.value.trim() ?? ""]);
    return { view, chosen: new Map(pairs.filter(([, value]) => value !== "")) };
  };

  /** Writes what is shown into the address, so that it can be passed on. @param {"pushState" | "replaceState"} how */
  const write = (how) => {
    history[how](null, "", addressOf(current()));
  };
  const changed = () => {
    apply();
    write("replaceState");
  };
  const showTab = pageTabs((id) => {
    view = id;
    showTab(id);
    write("replaceState");
  });

  /** Opens what is around a finding, and goes to it. @param {HTMLElement} finding */
  const goTo = (finding) => {
    for (let element = finding.parentElement; element; element = element.parentElement) {
      if (element instanceof HTMLDetailsElement) {
        element.open = true;
      }
    }
    for (const other of all(".linked", HTMLElement)) {
      other.classList.remove("linked");
    }
    finding.classList.add("linked");
    finding.scrollIntoView({ block: "center" });
    finding.focus({ preventScroll: true });
  };

  /** Shows what the address names. */
  const read = () => {
    const { view: place, chosen } = addressed();
    clear();
    for (const chip of chips) {
      const values = (chosen.get(chip.dataset["chip"] ?? "") ?? "").split(",");
      chip.setAttribute("aria-pressed", String(values.includes(chip.dataset["value"] ?? "")));
    }
    for (const select of selects) {
      const value = chosen.get(select.dataset["filter"] ?? "") ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    if (search) {
      search.value = chosen.get("q") ?? "";
    }
    const target = place === "" ? null : document.getElementById(place);
    view = target?.closest(".panel")?.id ?? "findings";
    showTab(view);
    apply();
    const [first] = groups.filter(({ group }) => !group.hidden);
    if (target && !views.includes(place)) {
      goTo(target);
      return;
    }
    // Browsers go to the part that the address names; the counts above it belong to all parts.
    if (document.readyState === "complete") {
      scrollTo(0, 0);
    } else {
      addEventListener("load", () => setTimeout(() => scrollTo(0, 0)), { once: true });
    }
    if (chosen.has("resource")) {
      for (const { group } of groups) {
        group.open = !group.hidden;
      }
    } else if (first) {
      first.group.open = true;
    }
  };

  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      changed();
    });
  }
  let waiting = 0;
  search?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(changed, 80);
  });
  for (const select of selects) {
    select.addEventListener("change", changed);
  }
  clearButton?.addEventListener("click", () => {
    clear();
    changed();
    one(".chip", HTMLElement)?.focus();
  });
  /** @param {string} id @param {boolean} isOpen */
  const folding = (id, isOpen) => {
    one(id, HTMLButtonElement)?.addEventListener("click", () => {
      for (const details of all(isOpen ? ".rule, .more" : ".rule", HTMLDetailsElement)) {
        details.open = isOpen;
      }
    });
  };
  folding("#unfold", true);
  folding("#fold", false);
  if (panel) {
    panel.open = matchMedia("(min-width: 48rem)").matches;
  }
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const writes = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey && search && panel) {
      event.preventDefault();
      view = "findings";
      showTab(view);
      panel.open = true;
      search.focus();
      search.select();
    } else if (event.key === "Escape" && target === search && search) {
      search.value = "";
      changed();
    }
  });
  for (const node of nodes.filter((one) => one.dataset["resource"] !== undefined)) {
    node.addEventListener("click", (event) => {
      event.preventDefault();
      const address = { view: "findings", chosen: new Map([["resource", node.dataset["resource"] ?? ""]]) };
      history.pushState(null, "", addressOf(address));
      read();
      scrollTo(0, 0);
      one("#findings", HTMLElement)?.focus({ preventScroll: true });
    });
  }
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  read();
}
