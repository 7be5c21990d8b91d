/** The worker and the wasm module inside a script, for programs that are to be one file: `await init(await places())`. */
export function places(): Promise<{ wasm: Uint8Array<ArrayBuffer>; worker?: string }>;
