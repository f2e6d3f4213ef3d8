import type { CommandWords, Values } from "./words";

/** Words as one argument of the shell; none of ours has a quote in it. */
const quoted = (words: readonly string[]): string => `'${words.join(" ")}'`;

// Bash 3.2, which macOS comes with, has neither mapfile nor compopt.
const paths = (kind: "-f" | "-d"): string =>
  `compopt -o filenames 2>/dev/null; local IFS=$'\\n'; COMPREPLY=($(compgen ${kind} -- "$cur"))`;

function replies(values: Values): string {
  switch (values) {
    case undefined:
      return "COMPREPLY=()";
    case "file":
      return paths("-f");
    case "folder":
      return paths("-d");
    default:
      return `COMPREPLY=($(compgen -W ${quoted(values)} -- "$cur"))`;
  }
}

function caseOf({ name, options, places }: CommandWords): string {
  const taking = options.filter(({ takesValue }) => takesValue);
  const lines = [
    ...taking.map(({ names, values }) => `        ${name}:${names.join(`|${name}:`)}) ${replies(values)} ;;`),
    `        ${name}:-*) ${replies(options.flatMap(({ names }) => names))} ;;`,
    ...places.map((values, index) => `        ${name}:${String(index)}) ${replies(values)} ;;`),
  ];
  return lines.join("\n");
}

/** The names of options after which a value is due, and those after which several may come. */
function namesOf(commands: readonly CommandWords[], property: "takesValue" | "isVariadic"): string {
  const options = commands.flatMap((command) => command.options.filter((option) => option[property]));
  return ["--", ...new Set(options.flatMap(({ names }) => names))].join("|");
}

export function bashCompletion(commands: readonly CommandWords[]): string {
  return `# preflight: completion for bash. In ~/.bashrc: source <(preflight completion bash)
_preflight() {
    local cur=\${COMP_WORDS[COMP_CWORD]} command= option= place=0 index word
    # bash splits --option=value at the sign.
    [[ $cur == = ]] && cur=
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=\${COMP_WORDS[index]}
        case $word in
            =) ;;
            ${namesOf(commands, "takesValue")}) option=$word ;;
            -*) option= ;;
            *)
                case $option in
                    "")
                        if [[ -z $command ]]; then command=$word; else place=$((place + 1)); fi
                        ;;
                    ${namesOf(commands, "isVariadic")}) ;;
                    *) option= ;;
                esac
                ;;
        esac
    done
    [[ $cur == -* ]] && place=-
    [[ -n $option && $cur != -* ]] && place=$option
    case $command:$place in
        :-*) ${replies(["--help", "--version"])} ;;
        :*) ${replies(commands.map(({ name }) => name))} ;;
${commands.map(caseOf).join("\n")}
        *) COMPREPLY=() ;;
    esac
}
complete -F _preflight preflight
`;
}
