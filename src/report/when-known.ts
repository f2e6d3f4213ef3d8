import type { Undecided } from "../rules/run";
import { listed } from "./lines";

/** When a value will be known that a preview could not know, as the end of a sentence about it. */
export function whenKnown({ from }: Pick<Undecided, "from">): string {
  return from.length === 0
    ? "known once the configuration or AWS provides it; no resource of the program determines it"
    : `known in the preview after the \`pulumi up\` that creates or changes ${listed([...new Set(from)].sort())}`;
}
