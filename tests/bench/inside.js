/**
 * What runs inside the browser. Each function is handed to a page as it is, so it uses nothing from outside itself; the
 * server of bench.js has the modules at these addresses.
 */

/**
 * Milliseconds of each tool for all texts, a list a tool, one round after another so that all meet the same machine.
 * @param {{ texts: string[], rounds: number }} work
 */
export async function throughput({ texts, rounds }) {
  const banmian = await import(/** @type {any} */ ("/engine/banmian.js"));
  const jieba = await import(/** @type {any} */ ("/jieba/jieba_rs_wasm.js"));
  await banmian.default({ module_or_path: "/engine/banmian_bg.wasm" });
  await jieba.default();
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  /** One string of a megabyte would take the segmenter minutes. @param {string} text */
  const segment = (text) => {
    for (const line of text.split("\n")) for (const { segment } of segmenter.segment(line)) words += segment.length;
  };
  let words = 0;
  /** @type {Record<string, (text: string) => void>} */
  const tools = { banmian: (text) => banmian.analyze(text), words: (text) => (words += banmian.words(text).length), jieba: (text) => jieba.cut(text, true), segmenter: segment };
  /** @type {Record<string, number[]>} */
  const times = { banmian: [], words: [], jieba: [], segmenter: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const [name, tool] of Object.entries(tools)) {
      const start = performance.now();
      for (const text of texts) tool(text);
      // The first round brings the models in and lets the browser compile.
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return times;
}

/** Milliseconds from nothing to the first answer. @param {"banmian" | "jieba"} name */
export async function ready(name) {
  const start = performance.now();
  if (name === "banmian") {
    const banmian = await import(/** @type {any} */ ("/engine/banmian.js"));
    await banmian.default({ module_or_path: "/engine/banmian_bg.wasm" });
    banmian.analyze("云岭新区首条地铁开工\n本报讯 3月5日，地铁开工建设。");
  } else {
    const jieba = await import(/** @type {any} */ ("/jieba/jieba_rs_wasm.js"));
    await jieba.default();
    jieba.cut("云岭新区首条地铁开工", true);
  }
  return performance.now() - start;
}

/** Bytes of wasm memory after one call with all of a text. @param {{ name: "banmian" | "jieba", text: string, times: number }} work */
export async function memory({ name, text, times }) {
  const long = text.repeat(times);
  if (name === "banmian") {
    const banmian = await import(/** @type {any} */ ("/engine/banmian.js"));
    const { memory } = await banmian.default({ module_or_path: "/engine/banmian_bg.wasm" });
    banmian.analyze(long);
    return memory.buffer.byteLength;
  }
  const jieba = await import(/** @type {any} */ ("/jieba/jieba_rs_wasm.js"));
  const { memory } = await jieba.default();
  jieba.cut(long, true);
  return memory.buffer.byteLength;
}

/**
 * Milliseconds from the moment an element is given a text to the painted report, once a text, after one that does not count;
 * and of what goes into them: two frames of an idle page, a text to the worker and its report back, the report set and said.
 * @param {string[]} texts
 */
export async function painted(texts) {
  const { analyze } = await import(/** @type {any} */ ("/banmian.js"));
  const element = /** @type {HTMLElement & { text: string }} */ (document.createElement("banmian-analyzer"));
  document.body.append(element);
  // The second frame begins when the first has been painted.
  const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  /** @param {() => unknown} work */
  const time = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  /** @param {string} text */
  const given = (text) => {
    const done = new Promise((resolve) => element.addEventListener("banmian-report", resolve, { once: true }));
    element.text = text;
    return done;
  };
  const times = { idle: /** @type {number[]} */ ([]), back: /** @type {number[]} */ ([]), said: /** @type {number[]} */ ([]), painted: /** @type {number[]} */ ([]) };
  for (const text of texts) {
    times.idle.push(await time(frames));
    times.back.push(await time(() => analyze(text)));
    await frames();
    const start = performance.now();
    await given(text);
    times.said.push(performance.now() - start);
    await frames();
    times.painted.push(performance.now() - start);
  }
  return { idle: times.idle.slice(1), back: times.back.slice(1), said: times.said.slice(1), painted: times.painted.slice(1) };
}
