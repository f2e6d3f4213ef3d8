import rule from "../../../policies/project/project-main";
import { ruleTest } from "../../../src/testing/rule-test";

const project = (main?: string): string =>
  `name: shop\nruntime: python\n${main === undefined ? "" : `main: ${main}\n`}`;
const contract = { project: { main: "lib/" } };
const program = { "lib/__main__.py": "" };

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract },
    { name: "a Pulumi.yaml that cannot be read", contract, files: { "Pulumi.yaml": "name: [", ...program } },
    { name: "no main", files: { "Pulumi.yaml": project(), "__main__.py": "" } },
    { name: "a folder", files: { "Pulumi.yaml": project("lib"), ...program } },
    { name: "a file", files: { "Pulumi.yaml": project("./lib/__main__.py"), ...program } },
    { name: "the contract's folder", contract, files: { "Pulumi.yaml": project("lib/"), ...program } },
    {
      name: "the contract's folder, written otherwise",
      contract,
      files: { "Pulumi.yaml": project("./lib"), ...program },
    },
    { name: "what a compiler makes", files: { "Pulumi.yaml": project("bin/index.js"), "index.ts": "" } },
    { name: "a path outside the project", files: { "Pulumi.yaml": project("../app"), "index.ts": "" } },
    { name: "an absolute path", files: { "Pulumi.yaml": project("/srv/app"), "index.ts": "" } },
    { name: "an absolute path of Windows", files: { "Pulumi.yaml": project("'C:\\app'"), "index.ts": "" } },
    {
      name: "the contract's own folder",
      contract: { project: { main: "." } },
      files: { "Pulumi.yaml": project(), "__main__.py": "" },
    },
  ],
  invalid: [
    {
      name: "a file that is not there (E2)",
      files: { "Pulumi.yaml": project("tap.py"), ...program },
      findings: [{ message: /has "main: tap\.py", and no file/ }],
    },
    {
      name: "another path than the contract's (E2)",
      contract,
      files: { "Pulumi.yaml": project("tap.py"), "tap.py": "" },
      findings: [{ message: /has "main: tap\.py"\. The contract requires "lib\/"/ }],
    },
    {
      name: "no main where the contract requires one",
      contract,
      files: { "Pulumi.yaml": project(), ...program },
      findings: [{ message: /no main.*write "main: lib\/"\.$/ }],
    },
    {
      name: "both",
      contract,
      files: { "Pulumi.yml": project("gone/"), ...program },
      findings: [{ message: /requires "lib\/"/ }, { message: /no file or folder/ }],
    },
  ],
});
