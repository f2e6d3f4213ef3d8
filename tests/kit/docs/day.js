// Loaded before the command in the walk through the documents, so that what they show stays what it prints.
"use strict";
const NOW = Date.parse("2026-11-22T12:00:00Z");

globalThis.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [NOW] : parts));
  }

  static now() {
    return NOW;
  }
};
