/**
 * What the program is made of, from the lock files: which licences others set, that all comes from the two registries with
 * its checksum, and what is there in more than one version. With a path it writes an SBOM (CycloneDX JSON) as well.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { Trouble, script } from "./run.js";

/** Licences that ask for nothing but their notice; MPL-2.0 and LGPL only in tools, which are not given away. */
const FREE = new Set(["MIT", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Zlib", "Unlicense", "CC0-1.0", "BlueOak-1.0.0", "Unicode-3.0", "Python-2.0", "CC-BY-3.0", "CC-BY-4.0"]);
const FOR_TOOLS = new Set([...FREE, "MPL-2.0", "LGPL-3.0-or-later"]);

/** Licences that a package names loosely, as its own licence file has them. @type {Record<string, string>} */
const READ = { "duck@0.1.12": "BSD-2-Clause" };

/**
 * - `tool`: needed to build or test, not part of what is given away
 * @typedef {{ of: "cargo" | "npm", name: string, version: string, licence: string, source: string, sum: string, tool: boolean }} Part
 */

/** @returns {Part[]} */
function npmParts() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, one]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + 13);
      const licence = READ[`${name}@${one.version}`] ?? one.license ?? installed(path);
      return { of: "npm", name, version: one.version, licence, source: one.resolved ?? "", sum: one.integrity ?? "", tool: one.dev === true || one.devOptional === true };
    });
}

/**
 * A package whose lock entry names no licence may name it in its own file.
 * @param {string} path
 */
function installed(path) {
  try {
    const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
    return String(license?.type ?? license ?? licenses?.map((/** @type {any} */ one) => one.type).join(" OR ") ?? "");
  } catch {
    return "";
  }
}

/** @returns {Part[]} */
function cargoParts() {
  const { status, stdout, stderr } = spawnSync("cargo", ["metadata", "--format-version", "1", "--locked", "--all-features"], { encoding: "utf8", maxBuffer: 64_000_000 });
  if (status !== 0) throw new Trouble(`cargo metadata: ${stderr}`);
  const { packages, resolve } = JSON.parse(stdout);
  const given = reached(resolve);
  const sums = checksums();
  return packages
    .filter((/** @type {any} */ one) => one.source !== null)
    .map((/** @type {any} */ one) => ({
      of: "cargo", name: one.name, version: one.version, licence: (one.license ?? "").replaceAll("/", " OR "),
      source: one.source, sum: sums.get(`${one.name} ${one.version}`) ?? "", tool: !given.has(one.id),
    }));
}

/**
 * Ids of what the root needs to run: not to test, not to build.
 * @param {any} resolve
 */
function reached({ root, nodes }) {
  const needs = new Map(nodes.map((/** @type {any} */ node) => [node.id, node.deps.filter((/** @type {any} */ one) => one.dep_kinds.some((/** @type {any} */ { kind }) => kind === null)).map((/** @type {any} */ one) => one.pkg)]));
  const found = new Set([root]);
  for (const id of found) for (const next of needs.get(id) ?? []) found.add(next);
  return found;
}

function checksums() {
  const lock = readFileSync("Cargo.lock", "utf8");
  return new Map([...lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/**
 * Whether one of the licences that may be chosen, with all that go along, is allowed.
 * @param {string} expression of SPDX
 * @param {Set<string>} allowed
 * @returns {boolean}
 */
function allows(expression, allowed) {
  const plain = expression.replaceAll(/[()]/g, " ").trim();
  return plain.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => allowed.has(one.trim())));
}

/** @param {Part} part */
function faults({ licence, source, sum, tool, of }) {
  // Where the lock file of npm names no place, it is the registry; the checksum holds either way.
  const registry = of === "npm" ? source === "" || source.startsWith("https://registry.npmjs.org/") : source === "registry+https://github.com/rust-lang/crates.io-index";
  return [
    allows(licence, tool ? FOR_TOOLS : FREE) ? "" : `licence ${licence || "not named"}`,
    registry ? "" : `from ${source || "nowhere"}`,
    sum ? "" : "without a checksum",
  ].filter(Boolean);
}

/** @param {Part[]} parts */
function duplicates(parts) {
  /** @type {Map<string, Set<string>>} */
  const versions = new Map();
  for (const { of, name, version } of parts) versions.set(`${of} ${name}`, (versions.get(`${of} ${name}`) ?? new Set()).add(version));
  return [...versions].filter(([, all]) => all.size > 1).map(([name, all]) => ({ name, versions: [...all] }));
}

/** @param {Part[]} parts */
function sbom(parts) {
  const components = parts.map(({ of, name, version, licence, sum, tool }) => {
    const purl = `pkg:${of}/${name.replace(/^@/, "%40")}@${version}`;
    const [algorithm, ...digest] = sum.split("-");
    const hash = of === "cargo" ? { alg: "SHA-256", content: sum } : { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest.join("-"), "base64").toString("hex") };
    return { type: "library", "bom-ref": purl, name, version, purl, scope: tool ? "excluded" : "required", licenses: [{ expression: licence }], hashes: [hash] };
  });
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const unique = [...new Map(components.map((one) => [one["bom-ref"], one])).values()];
  const digest = createHash("sha256").update(JSON.stringify(unique)).digest("hex");
  // The number is made of what is listed: the same lock files, the same file.
  const serialNumber = `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return { bomFormat: "CycloneDX", specVersion: "1.6", serialNumber, version: 1, metadata: { component: { type: "application", name, version } }, components: unique };
}

await script(async () => {
  const parts = [...cargoParts(), ...npmParts()];
  const bad = parts.flatMap((part) => faults(part).map((fault) => `${part.of} ${part.name} ${part.version}: ${fault}`));
  for (const { name, versions } of duplicates(parts.filter(({ tool }) => !tool))) console.log(`twice: ${name} ${versions.join(", ")}`);
  const [path] = process.argv.slice(2);
  if (path) writeFileSync(path, `${JSON.stringify(sbom(parts), null, 2)}\n`);
  if (bad.length > 0) throw new Trouble(bad.join("\n"));
  console.log(`✓ ${parts.length} parts, ${parts.filter(({ tool }) => !tool).length} of them given away`);
});
