import type { CommandWords, OptionWords, Values } from "./words";

const quoted = (words: string): string => `'${words.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function replies(values: Values): string {
  switch (values) {
    case undefined:
      return "-x";
    case "file":
      return "-r -F";
    case "folder":
      return "-x -a '(__fish_complete_directories)'";
    default:
      return `-x -a ${quoted(values.join(" "))}`;
  }
}

function optionLine(command: string, { names, description, takesValue, values }: OptionWords): string {
  const flags = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const value = takesValue ? ` ${replies(values)}` : "";
  return `complete -c preflight -n '__fish_seen_subcommand_from ${command}' ${flags.join(" ")}${value} -d ${quoted(description)}`;
}

function linesOf({ name, description, options, places }: CommandWords): string[] {
  const [first] = places;
  return [
    `complete -c preflight -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...options.map((option) => optionLine(name, option)),
    ...(first === undefined
      ? []
      : [`complete -c preflight -n '__fish_seen_subcommand_from ${name}' ${replies(first).replace("-r ", "")}`]),
  ];
}

export function fishCompletion(commands: readonly CommandWords[]): string {
  return `# preflight: completion for fish. In config.fish: preflight completion fish | source
complete -c preflight -f
complete -c preflight -n __fish_use_subcommand -l help -d 'display help for command'
complete -c preflight -n __fish_use_subcommand -l version -d 'output the version number'
${commands.flatMap(linesOf).join("\n")}
`;
}
