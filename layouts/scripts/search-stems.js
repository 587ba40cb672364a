// Stems of words, such as "studi" of "studies", from Pagefind's WebAssembly: what made the index
// has cut its words down by the same rules.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An index of nothing: it is asked for stems alone. CBOR of a version, and of five lists that are empty. */
const empty = Uint8Array.of(0x86, 0x60, 0x80, 0x80, 0x80, 0x80, 0x80);

/**
 * @param {Uint8Array} module what is in Pagefind's file for a language.
 * @returns {Promise<(words: string) => string[]>} gives the stem of each of some words with spaces between them.
 */
export async function openStemmer(module) {
  const { instance } = await WebAssembly.instantiate(module, {
    "./pagefind_web_bg.js": { __wbindgen_init_externref_table: () => undefined },
  });
  const wasm = instance.exports;
  const pass = (bytes) => {
    const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  };
  // What tells how results came about names the stems that were looked for, too.
  const index = wasm.enter_playground_mode(wasm.init_pagefind(...pass(empty)));
  return (words) => {
    const texts = [words, words, "{}", ""].flatMap((one) => pass(encoder.encode(one)));
    const [at, length] = wasm.search(index, ...texts, 0, 0);
    const answer = decoder.decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length));
    wasm.__wbindgen_free(at, length, 1);
    return JSON.parse(answer).search_keywords;
  };
}
