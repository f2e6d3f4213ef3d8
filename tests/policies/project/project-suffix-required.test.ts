import rule from "../../../policies/project/project-suffix-required";
import { ruleTest } from "../../../src/testing/rule-test";

const contract = { project: { suffixRequired: true } };
const IMPORTS = 'import * as pulumi from "@pulumi/pulumi";\n';
const STACK =
  "export class TapStack extends pulumi.ComponentResource {\n" +
  "  constructor(name: string, props: TapStackProps, opts?: pulumi.ComponentResourceOptions) { super('a', name); }\n}\n";
const ENTRY = 'import { TapStack } from "./lib/stack";\nnew TapStack("shop", { environmentSuffix });\n';
const NODE = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": ENTRY };
const ts = (types: string, stack = STACK): Record<string, string> => ({
  ...NODE,
  "lib/stack.ts": IMPORTS + types + stack,
});
const withParameters = (parameters: string): string =>
  `export class TapStack extends pulumi.ComponentResource { constructor(${parameters}) { super("a", name); } }\n`;

const PY_STACK =
  "class TapStack(pulumi.ComponentResource):\n" +
  "    def __init__(self, name: str, args: TapStackArgs, opts: Optional[ResourceOptions] = None):\n        super().__init__('a', name)\n";
const py = (types: string, stack = PY_STACK): Record<string, string> => ({
  "Pulumi.yaml": "name: shop\nruntime: python\n",
  "__main__.py": "from lib.stack import TapStack\nTapStack('shop', args)\n",
  "lib/stack.py": `import pulumi\n${types}\n${stack}`,
});

const REQUIRED_TS: Record<string, string>[] = [
  ts("export interface TapStackProps { tags?: Tags; environmentSuffix: string; }\n"),
  ts("export type TapStackProps = { readonly environmentSuffix: pulumi.Input<string> };\n"),
  ts("interface Base { environmentSuffix: string }\nexport interface TapStackProps extends Base { tags?: Tags }\n"),
  ts("type TapStackProps = Common & { tags?: Tags };\ntype Common = Readonly<{ 'environmentSuffix': string }>;\n"),
  ts("type TapStackProps = Required<{ environmentSuffix?: string }>;\n"),
  ts('import { TapStackProps } from "shared";\n'),
  ts("type TapStackProps = Omit<Common, 'tags'>;\n"),
  ts("type TapStackProps = typeof defaults;\n"),
  ts("interface TapStackProps extends pulumi.Inputs {}\n"),
  ts("interface TapStackProps extends TapStackProps { a: string }\n"),
  ts("class TapStackProps { environmentSuffix?: string }\n"),
  ts("", withParameters("name: string, { environmentSuffix }: { environmentSuffix: string }")),
  ts("", withParameters("name: string, private readonly environmentSuffix: string")),
  ts("", "export class TapStack extends pulumi.ComponentResource {}\n"),
];
const REQUIRED_PY: Record<string, string>[] = [
  py(
    "class TapStackArgs:\n    def __init__(self, environment_suffix: str, tags: Optional[dict] = None):\n        pass\n",
  ),
  py("@dataclass\nclass TapStackArgs:\n    environment_suffix: str\n    tags: dict = None\n"),
  py("class TapStackArgs(Base, TypedDict):\n    tags: str\nclass Base(TypedDict):\n    environment_suffix: str\n"),
  py("from shared import TapStackArgs\n"),
  py("", PY_STACK.replace("args: TapStackArgs", "environment_suffix: str")),
  py(
    "class TapStackArgs:\n    environment_suffix: str\n",
    PY_STACK.replace("args: TapStackArgs", 'args: "TapStackArgs"'),
  ),
];

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract },
    { name: "the contract does not ask", files: ts("interface TapStackProps { tags?: Tags }\n") },
    { name: "a program without components", contract, files: { ...NODE, "index.ts": "new aws.s3.Bucket('a');" } },
    ...[...REQUIRED_TS, ...REQUIRED_PY].map((files) => ({ name: Object.values(files)[2] ?? "", contract, files })),
    {
      name: "a component below the stack",
      contract,
      files: {
        ...ts("interface TapStackProps { environmentSuffix: string }\n"),
        "lib/network.ts": `${IMPORTS}export class Network extends pulumi.ComponentResource { constructor(name: string, zones: number) { super("a", name); } }`,
      },
    },
  ],
  invalid: [
    {
      name: "no suffix (P19)",
      contract,
      files: ts("export interface TapStackProps {\n  tags?: { [key: string]: string };\n}\n"),
      findings: [{ message: /^lib\/stack\.ts:5 declares TapStack, .*Add "environmentSuffix: string"/ }],
    },
    {
      name: "a suffix that may be left out",
      contract,
      files: ts("export interface TapStackProps {\n  environmentSuffix?: string;\n}\n"),
      findings: [{ message: /^lib\/stack\.ts:3 makes "environmentSuffix" optional/ }],
    },
    ...[
      ts("interface TapStackProps { environmentSuffix: string | undefined }\n"),
      ts("type TapStackProps = Partial<{ environmentSuffix: string }>;\n"),
      ts("interface TapStackProps { environmentSuffix: string }\n", STACK.replace("props:", "props?:")),
      ts("", withParameters('name: string, suffix = "dev"')),
      ts("", withParameters("name: string, suffix?: string")),
      py("class TapStackArgs:\n    def __init__(self, environment_suffix: str = 'dev'):\n        pass\n"),
      py("@dataclass\nclass TapStackArgs:\n    environment_suffix: Optional[str]\n"),
      py("class TapStackArgs(TypedDict, total=False):\n    environment_suffix: str\n"),
      py(
        "class TapStackArgs(object):\n    environment_suffix: str\n",
        PY_STACK.replace("args: TapStackArgs", "args: Optional[TapStackArgs] = None"),
      ),
    ].map((files) => ({
      name: Object.values(files)[2] ?? "",
      contract,
      files,
      findings: [{ message: /makes "\w+" optional/ }],
    })),
    {
      name: "no suffix in Python",
      contract,
      files: py(
        "class TapStackArgs:\n    def __init__(self, tags: dict, *, retention: int = 7):\n        self.tags = tags\n",
      ),
      findings: [{ message: /^lib\/stack\.py:6 declares TapStack.*"environment_suffix: str"/ }],
    },
    {
      name: "a stack that the start of the program does not make itself",
      contract,
      files: { ...ts("interface TapStackProps { tags?: Tags }\n"), "index.ts": 'import "./bin/tap";' },
      findings: [{}],
    },
  ],
});
