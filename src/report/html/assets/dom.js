// @ts-check
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
 * @param {ParentNode} [within]
 */
const one = (selector, kind, within = document) => all(selector, kind, within)[0];

/** @param {string} text @param {string} className */
const buttonCalled = (text, className) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.className = className;
  return button;
};

/**
 * Moves along a row of tabs with the arrow keys.
 * @param {readonly HTMLElement[]} tabs
 * @param {(tab: HTMLElement) => void} choose
 */
const withArrows = (tabs, choose) => {
  for (const tab of tabs) {
    tab.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(tab);
      const steps = /** @type {Record<string, number>} */ ({
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        Home: 0,
        End: -1,
      });
      const next = tabs.at((steps[event.key] ?? NaN) % tabs.length);
      if (event.key in steps && next) {
        event.preventDefault();
        choose(next);
        next.focus();
      }
    });
  }
};
