// @ts-check
// Writes sbom.cdx.json, the bill of materials that is packed with the code (CycloneDX): every package that an install
// without development dependencies brings, as the lock file has them. Runs at each `npm pack`, without a network, and
// writes the same for the same lock file. `npm sbom --omit dev` on the folder itself leaves out each package that is a
// development dependency too, so it reads a copy of the lock file without any.
"use strict";
const { execFileSync } = require("node:child_process");
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const ROOT = join(__dirname, "..");
const FILE = "sbom.cdx.json";

/**
 * @typedef {{ packages: Record<string, { dev?: boolean; devDependencies?: object }> }} Lock
 * @typedef {{ name: string; devDependencies?: object; scripts?: object }} Manifest
 * @typedef {{ serialNumber?: string; metadata: { timestamp?: string } }} Bill
 */

/**
 * @param {string} name
 * @returns {unknown}
 */
const read = (name) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));

/**
 * The bill of materials of this project's lock file; fails where npm finds the lock file invalid.
 * @param {Manifest} manifest
 * @param {Lock} lock
 */
function billOfMaterials(manifest, lock) {
  const { devDependencies: _dev, scripts: _scripts, ...shipped } = manifest;
  const packages = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
  const { devDependencies: _rootDev, ...root } = lock.packages[""] ?? {};
  const scratch = mkdtempSync(join(tmpdir(), "preflight-sbom-"));
  try {
    // npm takes the project's name in the bill from that of its folder.
    const folder = join(scratch, manifest.name);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify(shipped));
    const pruned = { ...lock, packages: { ...Object.fromEntries(packages), "": root } };
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify(pruned));
    /** @type {Bill} */
    const bill = JSON.parse(
      execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"], {
        cwd: folder,
        encoding: "utf8",
        // npm is a script on Windows.
        shell: process.platform === "win32",
      }),
    );
    delete bill.serialNumber;
    delete bill.metadata.timestamp;
    return bill;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

module.exports = { billOfMaterials };

if (require.main === module) {
  if (existsSync(join(ROOT, "package-lock.json"))) {
    const manifest = /** @type {Manifest} */ (read("package.json"));
    const bill = billOfMaterials(manifest, /** @type {Lock} */ (read("package-lock.json")));
    writeFileSync(join(ROOT, FILE), `${JSON.stringify(bill, undefined, 2)}\n`);
  } else if (!existsSync(join(ROOT, FILE))) {
    // An installed package has its bill already, and no lock file to make another one from.
    console.error(`preflight: there is no package-lock.json to make ${FILE} from.`);
    process.exit(1);
  }
}
