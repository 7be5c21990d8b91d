import { defineConfig } from "vite";

/**
 * The site is static and finds its parts by relative addresses, so it runs at any path of any server. The page carries
 * its Content-Security-Policy in its own head (www/index.html); what is built must keep to it: no inline script or
 * style, no `data:` address but for images.
 */
export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // banmian.js is the element for other pages and keeps its name.
      input: { index: "www/index.html", banmian: "www/elements/banmian-analyzer.js" },
      output: { entryFileNames: (chunk) => (chunk.name === "banmian" ? "banmian.js" : "assets/[name]-[hash].js") },
    },
  },
  worker: { format: "es" },
  // The element may stand in pages of other origins, which load its modules and the wasm across them.
  preview: { host: "localhost", cors: true },
});
