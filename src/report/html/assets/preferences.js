// @ts-check

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

function languageTabs() {
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

  /** @param {HTMLElement} tab */
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
      const tab = buttonCalled(panel.getAttribute("aria-label") ?? "", "");
      tab.id = `${panel.id}-tab`;
      tab.dataset["language"] = panel.dataset["tab"] ?? "";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.removeAttribute("aria-label");
      panel.setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", () => take(tab));
      return tab;
    });
    list.append(...own);
    withArrows(own, take);
    set.prepend(list);
    set.classList.add("tabbed");
  }
  // The program's own language first; it is not known of every state.
  choose(remembered("language") || document.documentElement.dataset["language"] || "typescript");
}
