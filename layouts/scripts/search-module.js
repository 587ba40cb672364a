// Search by a module of the site's own in the place of Pagefind. What it has to export stands
// in docs/search.md; what it gives is text, never HTML, and leads to the web or to this site.

/** @param {string} address of the module. @throws when it cannot be loaded, or exports no `search`. */
export async function openModule(address) {
  const { open, search } = await import(new URL(address, location.href).href);
  if (typeof search !== "function") throw new TypeError("The site's search module exports no function search");
  await open?.();
  return {
    async find(query, filters) {
      const { results = [], totals = {}, filters: available = {} } = await search(query, filters);
      const safe = results.filter(({ url }) => /^https?:$/.test(new URL(url, location.href).protocol));
      const kinds = ["brief", "source"]
        .map((kind) => {
          const ofKind = safe.filter((result) => (result.kind === "source" ? "source" : "brief") === kind);
          return { kind, results: ofKind.map(asLoaded), total: totals[kind] ?? ofKind.length };
        })
        .filter(({ results }) => results.length > 0);
      return { kinds, available, count: kinds.reduce((sum, { total }) => sum + total, 0) };
    },
  };
}

const isLanguage = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;

/** A result as Pagefind's are: what is said of it comes when it is asked for. */
function asLoaded({ url, title, kind, language, status, places = [{}] }) {
  const page = {
    url,
    places,
    meta: { title: String(title ?? ""), status },
    filters: { kind: [kind], language: [isLanguage.test(language) ? language : ""] },
  };
  return { id: url, data: () => Promise.resolve(page) };
}
