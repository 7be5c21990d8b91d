/** Running other programs. Every script uses it; it needs nothing but Node. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Something the user can put right; shown without a stack. */
export class Trouble extends Error {}

/**
 * Runs a program with its output visible; that it fails is a `Trouble`.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @param {string} [cwd]
 */
export function run(command, args, env = {}, cwd = ROOT) {
  if (!runs(command, args, env, cwd)) throw new Trouble(`${[command, ...args].join(" ")} failed.`);
}

/**
 * Runs a program with its output visible and says whether it succeeded.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @param {string} [cwd]
 */
export function runs(command, args, env = {}, cwd = ROOT) {
  console.log(`› ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env }, shell });
  if (error) console.error(error.message);
  return status === 0;
}

/**
 * What a program prints, or null where it cannot be run or fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function output(command, args, cwd = ROOT) {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: "utf8", shell, stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout : null;
}

/** On Windows npm and npx are scripts, which only a shell starts. */
const shell = process.platform === "win32";

/**
 * Runs a script's main function; a `Trouble` ends it with one line.
 * @param {() => unknown} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Is this the file that Node was started with?
 * @param {string} url `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] === fileURLToPath(url);
}
