// Writes the API reports under api/ from the types in dist/: what the package and its subpath `testing` export, as those
// who import them see it. `--check` writes nothing and fails where a report differs, so that no change of the API goes
// unseen: docs/versioning.md says what it means for the version.
"use strict";
const { mkdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Extractor, ExtractorConfig } = require("@microsoft/api-extractor");

const ROOT = join(__dirname, "..");
const FOLDER = join(ROOT, "api");
const ENTRIES = { "pulumi-preflight-aws": "library.d.ts", "pulumi-preflight-aws-testing": "testing/index.d.ts" };

const LOUD = { logLevel: "error" };
const SILENT = { logLevel: "none" };

/** What the report of the package's own entry lists: `testing` takes its types for granted. */
function inMainReport(symbol) {
  const [main] = Object.keys(ENTRIES);
  const report = readFileSync(join(FOLDER, `${main}.api.md`), "utf8");
  return new RegExp(`^export (?:class|const|function|interface|type) ${symbol}\\b`, "m").test(report);
}

/** @returns what is wrong with the report of an entry, a line each */
function extract(name, entry, isCheck) {
  const wrong = [];
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(ROOT, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(ROOT, "dist", entry),
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: { compilerOptions: { target: "ES2022", module: "node16", strict: true, types: [] } },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: FOLDER,
        reportTempFolder: join(ROOT, "coverage", "api"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: LOUD },
        extractorMessageReporting: {
          default: LOUD,
          // Everything that is exported is public.
          "ae-missing-release-tag": SILENT,
          "ae-undocumented": LOUD,
        },
        tsdocMessageReporting: { default: SILENT },
      },
    },
  });
  mkdirSync(config.reportTempFolder, { recursive: true });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: (message) => {
      message.handled = true;
      const [, forgotten] = /^The symbol "(\w+)" needs to be exported/.exec(message.text) ?? [];
      if (message.logLevel === "error" && !(forgotten && inMainReport(forgotten))) {
        wrong.push(`${message.sourceFilePath ?? name}: ${message.text}`);
      }
    },
  });
  return isCheck && apiReportChanged
    ? [...wrong, `api/${name}.api.md is not what is exported: run \`npm run api\`.`]
    : wrong;
}

const isCheck = process.argv.includes("--check");
mkdirSync(FOLDER, { recursive: true });
const wrong = Object.entries(ENTRIES).flatMap(([name, entry]) => extract(name, entry, isCheck));
wrong.forEach((line) => console.error(line));
process.exitCode = wrong.length === 0 ? 0 : 1;
