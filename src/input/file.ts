import { ProgramError } from "../errors";
import { isEvent, readEvents, type PlacedEvent } from "./events";
import { isPreview, readPreview, type ConfiguredGraph } from "./preview";
import { isState, readState } from "./state";
import { parseJson, readText, type TextFile } from "./text";

const KINDS =
  "preflight checks a program's folder, a state of 'pulumi stack export', the output of 'pulumi preview --json' and " +
  "an engine event log";

/** Reads a stack's graph from a file of any of the kinds that Pulumi writes, or from standard input. */
export const readFileTarget = (path: string): ConfiguredGraph => readTextTarget(readText(path));

/** Reads a stack's graph from what such a file holds. */
export function readTextTarget(file: TextFile): ConfiguredGraph {
  try {
    return readDocument(file);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ProgramError(`${file.name} is nested too deeply to be read`);
    }
    throw error;
  }
}

function readDocument(file: TextFile): ConfiguredGraph {
  if (isOneEventALine(file.text)) {
    return readEvents(eventsByLine(file), file.name);
  }
  const document = parseJson(file);
  if (typeof document !== "object" || document === null) {
    throw new ProgramError(`${file.name} holds ${document === null ? "null" : `a ${typeof document}`}: ${KINDS}`);
  }
  if (isState(document)) {
    return { ...readState(document, file.name), config: {}, hasConfiguration: false, isPartial: false };
  }
  if (isPreview(document)) {
    return readPreview(document, file.name);
  }
  const events = Array.isArray(document) ? document : (document as { events?: unknown }).events;
  if (Array.isArray(events) && events.some(isEvent)) {
    const placed = events.map((event: unknown, index) => ({ event, place: `${file.name}, events[${String(index)}]` }));
    return readEvents(placed, file.name);
  }
  if (isEvent(document)) {
    return readEvents([{ event: document, place: file.name }], file.name);
  }
  throw new ProgramError(`${file.name} is JSON, but none that Pulumi writes of a stack: ${KINDS}`);
}

/** True where the first two lines are objects of their own, as in a log that is written event by event. */
function isOneEventALine(text: string): boolean {
  const [first = "", second = ""] = text.split("\n", 2).map((line) => line.trim());
  return first.startsWith("{") && first.endsWith("}") && second.startsWith("{");
}

function eventsByLine({ name, text }: TextFile): PlacedEvent[] {
  return text.split("\n").flatMap((line, index) => {
    const place = `${name}:${String(index + 1)}`;
    return line.trim() === "" ? [] : [{ event: parseJson({ name, text: line }, index + 1), place }];
  });
}
