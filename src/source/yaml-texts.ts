import { addText, noTexts, type TextPart, type WrittenTexts } from "./text-parts";

/** What YAML programs of Pulumi call the settings that users give them. */
const SETTINGS: ReadonlySet<string> = new Set(["config", "configuration"]);
const INTERPOLATION = /\$\{[^}]*\}/;

/** The strings of a document or a program in YAML, but for the settings of a program. */
export function yamlTexts(text: string): WrittenTexts {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { isMap, isPair, isScalar, isSeq, parseAllDocuments, visit } = require("yaml") as typeof import("yaml");
  const texts = noTexts();
  for (const document of parseAllDocuments(text)) {
    const isProgram = isMap(document.contents) && document.contents.has("runtime");
    visit(document, {
      Pair: (_key, pair, path) => {
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        if (isProgram && path.length === 2 && SETTINGS.has(key)) {
          return visit.SKIP;
        }
        if (key === "fn::join" && isSeq(pair.value)) {
          const [separator, list] = pair.value.items;
          if (isScalar(separator) && isSeq(list)) {
            const parts = list.items.map((item) => (isScalar(item) ? partsOf(String(item.value)) : [undefined]));
            addText(
              texts,
              parts.flatMap((part, index) => (index === 0 ? part : [String(separator.value), ...part])),
            );
          }
        }
        return undefined;
      },
      Scalar: (_key, node, path) => {
        if (typeof node.value === "string" || (typeof node.value === "number" && isPair(path.at(-1)))) {
          texts.literals.add(String(node.source ?? node.value));
          addText(texts, partsOf(String(node.value)));
        }
      },
    });
  }
  return texts;
}

/** A string around `${…}`; `$${` is written for `${` itself. */
const partsOf = (text: string): TextPart[] =>
  text
    .replaceAll("$${", "$\0{")
    .split(INTERPOLATION)
    .flatMap((part, index) => [...(index === 0 ? [] : [undefined]), part.replaceAll("$\0{", "${")]);
