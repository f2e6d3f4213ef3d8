import type { Wire } from "../graph/recorded";
import { decode, HIDDEN_SECRET, SIGNATURE, SIGNATURES, UNKNOWN_STRING, type Value } from "../graph/value";

/** What the engine writes into event logs instead of an asset's text. */
const ELIDED = "<contents elided>";

/**
 * Reads properties as the engine writes them into files, where secrets are encrypted, hidden or, with --show-secrets, shown.
 * The argument's own objects are reused.
 */
export class ValueReader {
  /** How many secrets could not be read. They are unknown. */
  hidden = 0;

  read(properties: Record<string, Wire>): Value {
    return decode(this.opened(properties));
  }

  private opened(wire: Wire): Wire {
    if (wire === HIDDEN_SECRET) {
      return this.hide();
    }
    if (typeof wire !== "object" || wire === null) {
      return wire;
    }
    if (Array.isArray(wire)) {
      for (let index = 0; index < wire.length; index++) {
        wire[index] = this.opened(wire[index] ?? null);
      }
      return wire;
    }
    if (wire[SIGNATURE] === SIGNATURES.secret) {
      return typeof wire["plaintext"] === "string" ? this.parsed(wire["plaintext"]) : this.hide();
    }
    if (wire["text"] === ELIDED) {
      delete wire["text"];
    }
    for (const key of Object.keys(wire)) {
      wire[key] = this.opened(wire[key] ?? null);
    }
    return wire;
  }

  private hide(): Wire {
    this.hidden++;
    return UNKNOWN_STRING;
  }

  private parsed(plaintext: string): Wire {
    try {
      return this.opened(JSON.parse(plaintext) as Wire);
    } catch {
      return this.hide();
    }
  }
}
