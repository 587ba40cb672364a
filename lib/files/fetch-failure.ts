/** What a status other than 200 means for whoever wants the document: one sentence that follows its address. */
export function explainStatus(status: number): string {
  if (status === 404 || status === 410) return `is not there (${status}).`;
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return `is not given to programs, or not without signing in (${status}). Save it with your browser and add the file.`;
  if (status === 429) return "was asked for too often (429). Try again later, or save it with your browser and add it.";
  if (status >= 500) return `cannot be had now: its server fails (${status}). Try again later.`;
  return `cannot be had: its server answers ${status}.`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "is at a host that nobody knows. Look at its spelling, and whether you are online."],
  ["EAI_AGAIN", "is at a host whose name cannot be looked up now. Are you online?"],
  ["ECONNREFUSED", "cannot be reached: nothing answers there."],
  ["EHOSTUNREACH", "cannot be reached: nothing answers there."],
  ["ENETUNREACH", "cannot be reached: there is no way there from here."],
  ["ECONNRESET", "was broken off by its server."],
  ["UND_ERR_SOCKET", "was broken off by its server."],
  ["Z_DATA_ERROR", "is damaged: what its server sends cannot be decompressed."],
  ["Z_BUF_ERROR", "is damaged: what its server sends cannot be decompressed."],
]);

/** Why nothing came, in one sentence that follows the address. Only codes are told, never what a server says. */
export function explainFetchFailure(error: unknown, milliseconds: number): string {
  const code = codeOf(error);
  if ((error instanceof Error && error.name === "TimeoutError") || /TIMEOUT|ETIMEDOUT/.test(code))
    return `did not come within ${milliseconds / 1000} seconds.`;
  const known = reasons.get(code);
  if (known !== undefined) return known;
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return `is not fetched: its server cannot prove who it is (${code}). Save it with your browser if you trust it, and add the file.`;
  return `cannot be fetched${code === "" ? "" : ` (${code})`}.`;
}

/** Of the innermost cause that has one. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const inner = codeOf(error.cause);
  if (inner !== "") return inner;
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  if (first !== undefined) return codeOf(first);
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
