import { documents, isBlock } from "../kit/docs/documents";
import { walk } from "../kit/docs/walk";

const withCommands = documents().filter(({ steps }) =>
  steps.some((step) => isBlock(step) && ["sh", "console"].includes(step.language)),
);

describe("a reader who does what the document says", () => {
  // Most of the time goes by in processes of their own.
  it.concurrent.each(withCommands.map((document) => [document.path, document] as const))(
    "gets what %s shows",
    async (_, document) => {
      expect((await walk(document)).join("\n\n")).toBe("");
    },
  );
});
