// @ts-check

let toastTimer = 0;

/** @param {string} text */
function toast(text) {
  const line = one("#toast", HTMLElement);
  if (line) {
    line.textContent = text;
    clearTimeout(toastTimer);
    toastTimer = window.setTimeout(() => {
      line.textContent = "";
    }, 2500);
  }
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    // Some browsers refuse it to pages that are opened from a file: people can still copy what is selected.
    prompt("Copy this:", text);
  }
}

/** @param {Element | null | undefined} element */
const textOf = (element) => element?.textContent?.trim() ?? "";

/** A finding as one writes it into an issue or a chat. @param {HTMLElement} finding */
function asText(finding) {
  const rule = finding.closest(".rule");
  const facts = rule instanceof HTMLElement ? rule.dataset : {};
  const at = textOf(one(".at", HTMLElement, finding));
  const frame = all(".frame .row", HTMLElement, finding).map(
    (row) => `    ${textOf(row.firstElementChild).padStart(4)} | ${row.lastElementChild?.textContent?.trimEnd() ?? ""}`,
  );
  return [
    `${facts["rule"] ?? ""} (${facts["level"] ?? ""}, ${facts["severity"] ?? ""}): ${textOf(one(".name", HTMLElement, finding))}`,
    ...(at === "" ? [] : [at]),
    textOf(one(".message", HTMLElement, finding)),
    ...frame,
  ].join("\n");
}

function copyButtons() {
  for (const finding of all(".finding", HTMLElement)) {
    const buttons = document.createElement("span");
    buttons.className = "buttons";
    const name = textOf(one(".name", HTMLElement, finding));
    const text = buttonCalled("Copy", "quiet-button");
    text.setAttribute("aria-label", `Copy the finding on ${name}`);
    text.addEventListener("click", () => void copy(asText(finding)));
    const link = buttonCalled("Link", "quiet-button");
    link.setAttribute("aria-label", `Copy a link to the finding on ${name}`);
    link.addEventListener("click", () => void copy(`${location.href.split("#", 1)[0] ?? ""}#${finding.id}`));
    buttons.append(text, link);
    one(".head", HTMLElement, finding)?.append(buttons);
  }
  for (const block of all(".code", HTMLElement)) {
    const button = buttonCalled("Copy", "");
    button.setAttribute("aria-label", "Copy this code");
    button.addEventListener("click", () => void copy(block.querySelector("code")?.textContent ?? ""));
    block.classList.add("copied-from");
    block.append(button);
  }
  one("[data-copy-address]", HTMLButtonElement)?.addEventListener("click", () => void copy(location.href));
}
