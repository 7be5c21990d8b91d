/** A fresh project with the packed package in it, as anyone would install it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPackage, pack } from "../../scripts/package.js";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const TEXT = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行，“河湾治理”又添一景。\n\n# 河湾治理见成效\n\n渡口镇讯（记者 陆小满）白鹭回来了。\n";

export class Project {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "banmian-package-"));
    this.write("package.json", JSON.stringify({ name: "guest", version: "1.0.0", private: true, type: "module" }));
  }

  /** Builds, packs and installs the package, without a network. */
  async install() {
    await buildPackage();
    this.tarball = pack(this.folder);
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", this.tarball], { cwd: this.folder });
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  write(path, text) {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /**
   * What Node prints that runs a program in the project.
   * @param {string} source
   */
  node(source) {
    const file = this.write(`run-${Math.random().toString(36).slice(2)}.js`, source);
    return execFileSync(process.execPath, [file], { cwd: this.folder, encoding: "utf8", timeout: 60_000 }).trim();
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * A tool of this repository, run in the project.
 * @param {string} name
 * @param {string[]} args
 * @param {string} cwd
 */
export function tool(name, args, cwd) {
  try {
    return execFileSync(join(ROOT, "node_modules/.bin", name), args, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`${name} failed:\n${stdout}\n${stderr}`);
  }
}
