import type { CommandWords, OptionWords, Values } from "./words";

/** A text between single quotes, with what `_arguments` would take for its own marks put aside. */
function text(words: string): string {
  return words.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, "\\$&");
}

function action(values: Values): string {
  switch (values) {
    case undefined:
      return " ";
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    default:
      return `(${values.map((value) => value.replaceAll(" ", "\\ ")).join(" ")})`;
  }
}

function optionSpec({ names, description, takesValue, isVariadic, values }: OptionWords): string[] {
  const value = takesValue ? `:value:${action(values)}` : "";
  return names.map((name) => `'${isVariadic ? "*" : ""}${name}[${text(description)}]${value}'`);
}

function caseOf({ name, options, places }: CommandWords): string {
  const specs = [...options.flatMap(optionSpec), ...places.map((values) => `':argument:${action(values)}'`)];
  return `        ${name})\n            _arguments ${specs.join(" \\\n                ")}\n            ;;`;
}

export function zshCompletion(commands: readonly CommandWords[]): string {
  const described = commands.map(({ name, description }) => `'${name}:${description.replaceAll("'", "'\\''")}'`);
  return `#compdef preflight
# preflight: completion for zsh. After compinit in ~/.zshrc: source <(preflight completion zsh)
_preflight() {
    local -a commands=(
        ${described.join("\n        ")}
    )
    if ((CURRENT == 2)); then
        if [[ $words[2] == -* ]]; then compadd -- --help --version; else _describe command commands; fi
        return
    fi
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
${commands.map(caseOf).join("\n")}
    esac
}
compdef _preflight preflight
`;
}
