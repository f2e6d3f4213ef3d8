import { isBridged, PLATFORMS, type Platform } from "../../src/source/platforms";
import { entryOf, reachedFrom } from "../../src/source/program";
import type { Import } from "../../src/source/imports";
import type { Source } from "../../src/source/source";
import { isTest } from "../../src/source/tests";
import { defineRule, type Context } from "../../src/rules/rule";
import type { ProjectFiles } from "../../src/source/project-files";

const RUNTIMES = {
  typescript: "nodejs",
  javascript: "nodejs",
  python: "python",
  go: "go",
  csharp: "dotnet",
  java: "java",
  yaml: "yaml",
} as const;

const LANGUAGES = {
  typescript: "TypeScript",
  javascript: "JavaScript",
  python: "Python",
  go: "Go",
  csharp: "C#",
  java: "Java",
  yaml: "YAML",
} as const;

export default defineRule({
  id: "project-platform",
  category: "project",
  description: "The program must be written with Pulumi, in the required language",
  severity: "critical",
  level: "mandatory",
  basis: "cannot-work",
  contractKeys: ["project.runtime", "project.language"],
  failures: ["F1", "F23"],
  why:
    "Pulumi never deploys what is declared with the constructs of another platform: the program fails, or runs without " +
    "them. A test that imports them fails before it checks anything.",
  fix: {
    typescript: `import * as aws from "@pulumi/aws"; // not aws-cdk-lib`,
    python: `import pulumi_aws as aws  # not aws_cdk`,
    yaml: `# Pulumi.yaml
runtime: yaml`,
  },
  limits:
    "Constructs that @pulumi/cdk or an aws.cloudformation.Stack deploys, and imports of types alone. Advisory are sources " +
    "that the program does not load, Terraform files beside Pulumi.yaml, and tests, unless the contract requires a " +
    "runtime or language and no cdk.json is beside them.",
  root(context) {
    const { files } = context.project;
    if (files) {
      reportRuntime(files, context);
      reportImports(files, context);
      reportTerraform(files, context);
    }
  },
});

function reportRuntime(files: ProjectFiles, { contract, report }: Context): void {
  const { runtime } = files.settings ?? {};
  const { language } = contract.project ?? {};
  const required = contract.project?.runtime ?? (language && RUNTIMES[language]);
  if (runtime === undefined || required === undefined) {
    return;
  }
  if (runtime !== required) {
    report({
      message:
        `The runtime in Pulumi.yaml is "${runtime}", and the contract requires "${required}". ` +
        `Write the program for the runtime "${required}".`,
    });
    return;
  }
  const entry = runtime === "nodejs" ? entryOf(files)?.path : undefined;
  const written = entry && (/\.[cm]?tsx?$/.test(entry) ? "typescript" : "javascript");
  if (entry && written && language !== undefined && written !== language) {
    report({
      message:
        `"${entry}" is written in ${LANGUAGES[written]}, and the contract requires ${LANGUAGES[language]}. ` +
        `Write the program in ${LANGUAGES[language]}.`,
    });
  }
}

/** An import of another platform's library. */
interface OtherImport {
  source: Source;
  platform: Platform;
  found: Import;
}

function importsOfOthers(files: ProjectFiles): OtherImport[] {
  return files.sources
    .filter(({ text }) => /cdk|troposphere/.test(text))
    .flatMap((source) => {
      const [first] = PLATFORMS.flatMap((platform) => {
        const found = source.imports.find(({ module, typeOnly }) => !typeOnly && platform.module?.test(module));
        return found && !isBridged(files, platform) ? [{ source, platform, found }] : [];
      });
      return first ?? [];
    });
}

function reportImports(files: ProjectFiles, { contract, report }: Context): void {
  const others = importsOfOthers(files);
  const entry = others.length > 0 ? entryOf(files) : undefined;
  const program = reachedFrom(files, entry ? [entry] : []);
  const hasOwnApp = files.paths.some((path) => /(?:^|\/)(?:cdk|cdktf)\.json$/.test(path));
  const { runtime, language } = contract.project ?? {};
  const isRequired = (runtime ?? language) !== undefined;
  for (const { source, platform, found } of others) {
    const what = `${source.locationOf(found.node)} imports "${found.module}", a library of ${platform.name}`;
    const sdk = source.language === "python" ? '"pulumi_aws"' : '"@pulumi/aws"';
    if (program.has(source)) {
      report({
        message: `${what}. Pulumi does not deploy what it declares. Declare the resources with ${sdk} instead.`,
      });
    } else if (isTest(source)) {
      report({
        message: `${what}, so it does not test this program. Test the resources of ${sdk} with Pulumi's mocks.`,
        ...((hasOwnApp || !isRequired) && { level: "advisory" }),
      });
    } else {
      report({
        message: `${what}, and the program does not load this file. Write it with ${sdk}, or remove it.`,
        level: "advisory",
      });
    }
  }
}

function reportTerraform({ paths }: ProjectFiles, { report }: Context): void {
  const [first, ...more] = paths.filter((path) => /^[^/]+\.tf(?:\.json)?$/.test(path));
  if (first !== undefined) {
    const files =
      more.length === 0
        ? `The Terraform file "${first}" is`
        : `The Terraform file "${first}" and ${String(more.length)} more are`;
    report({
      message: `${files} beside Pulumi.yaml, and Pulumi reads none of it. Write its resources in the program, or remove it.`,
      level: "advisory",
    });
  }
}
