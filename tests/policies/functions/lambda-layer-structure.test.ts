import rule from "../../../policies/functions/lambda-layer-structure";
import {
  assetArchive,
  fileArchive,
  resource,
  ruleTest,
  stringAsset,
  unknown,
  type BuiltResource,
  type Input,
} from "../../../src/testing";

const layer = (code: Input, compatibleRuntimes: Input = ["python3.13"]): BuiltResource =>
  resource("aws:lambda/layerVersion:LayerVersion", "money", { layerName: "money", compatibleRuntimes, code });
const inline = (path: string): Input => assetArchive({ [path]: stringAsset("CENTS = 100") });

ruleTest(rule, {
  valid: [
    { name: "a module in the folder", stack: [layer(inline("python/money.py"))] },
    { name: "a folder in the archive", stack: [layer(assetArchive({ python: fileArchive("./modules") }))] },
    {
      name: "a folder of the program",
      stack: [layer(fileArchive("./layer"), ["nodejs22.x"])],
      files: { "./layer/nodejs/node_modules/money/index.js": "" },
    },
    { name: "a program for every runtime", stack: [layer(inline("bin/convert"))] },
    { name: "an extension", stack: [layer(inline("extensions/agent"))] },
    { name: "a packed archive", stack: [layer(fileArchive("./layer.zip"))] },
    { name: "a runtime of its own", stack: [layer(inline("bootstrap"), ["provided.al2023"])] },
    { name: "no runtimes", stack: [layer(inline("money.py"), [])] },
  ],
  invalid: [
    {
      name: "a module beside the folder",
      stack: [layer(inline("money.py"))],
      findings: [{ resource: "money", path: "code", message: /no folder "python"/ }],
    },
    {
      name: "a folder of the program without it",
      stack: [layer(fileArchive("./layer"), ["nodejs22.x", "nodejs20.x"])],
      files: { "./layer/node_modules/money/index.js": "" },
      findings: [{ resource: "money", path: "code", message: /no folder "nodejs"/ }],
    },
  ],
  undecided: [{ name: "code that is not known yet", stack: [layer(unknown)], at: ["money.code"] }],
});
