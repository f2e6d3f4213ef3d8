/** The commands that a runner of GitHub Actions takes. */
const REGISTERED: ReadonlySet<string> = new Set([
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher"],
  ...["save-state", "set-env", "set-output", "stop-commands", "warning"],
]);

/** A command of GitHub Actions, as its runner reads it. */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const unescaped = (text: string): string => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");

function commandIn(line: string): WorkflowCommand | undefined {
  const start = line.trimStart();
  const end = start.indexOf("::", 2);
  if (!start.startsWith("::") || end < 0) {
    return undefined;
  }
  const information = start.slice(2, end);
  const [name = ""] = information.split(" ", 1);
  const properties = information
    .slice(name.length + 1)
    .split(",")
    .filter((pair) => pair.includes("="))
    .map((pair) => {
      const at = pair.indexOf("=");
      const value = pair
        .slice(at + 1)
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",");
      return [pair.slice(0, at).trim(), unescaped(value)] as const;
    });
  return REGISTERED.has(name)
    ? { name, properties: Object.fromEntries(properties), data: unescaped(start.slice(end + 2)) }
    : undefined;
}

const linesOf = (output: string): string[] => output.split(/\r\n|[\n\r\u0085\u2028\u2029]/);

/** The commands in an output, each on a line of its own. */
export function workflowCommands(output: string): WorkflowCommand[] {
  return linesOf(output).flatMap((line) => commandIn(line) ?? []);
}

/** What Azure Pipelines, TeamCity and older runners of GitHub take for a command, wherever in a line it is. */
export function loggingCommands(output: string): string[] {
  return linesOf(output).flatMap((line) => line.match(/##\w*\[[^\]]*\]/g) ?? []);
}
