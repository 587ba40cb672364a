import { Parser, Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** The places of a page, and where it leads. */
export interface PagePlaces {
  readonly ids: ReadonlySet<string>;
  readonly doubledIds: ReadonlySet<string>;
  /** As the page has them, each once, in their order. */
  readonly links: ReadonlySet<string>;
}

const isRead: ReadonlySet<string> = new Set(["id", "href", "src", "action"]);

/** Where what comes next depends on the elements that are open, the whole of HTML is parsed: in drawings and formulas, and where forms may be nested. */
const nested = /<(?:svg|math)|<form[^]*<form/i;

/** Read the attributes of a page that name places. @param html of the whole page. */
export function readPlaces(html: string): PagePlaces {
  const ids = new Set<string>();
  const doubledIds = new Set<string>();
  const links = new Set<string>();
  const add = (name: string, value: string) => {
    if (name !== "id") links.add(owned(value));
    else if (ids.has(value)) doubledIds.add(owned(value));
    else ids.add(owned(value));
  };
  if (nested.test(html)) parse(html, add);
  else tokenize(html, add);
  return { ids, doubledIds, links };
}

/** A text of its own: a piece that is cut from a page holds all of that page in memory. */
function owned(piece: string): string {
  return ` ${piece}`.slice(1);
}

function parse(html: string, add: (name: string, value: string) => void): void {
  const parser = new Parser({
    onopentag(_name, attributes) {
      for (const [name, value] of Object.entries(attributes)) if (isRead.has(name)) add(name, value);
    },
  });
  parser.end(html);
}

/** The same in half of the time: no element is built. */
function tokenize(html: string, add: (name: string, value: string) => void): void {
  let name = "";
  let value = "";
  // Of the tag that is being read: of two attributes of one name the first one counts, of a tag without an end none.
  let found = new Map<string, string>();
  const begin = () => {
    if (found.size > 0) found = new Map();
  };
  const end = () => {
    for (const attribute of found) add(...attribute);
    begin();
  };
  const nothing = () => undefined;
  const callbacks: TokenizerCallbacks = {
    onopentagname: begin,
    onopentagend: end,
    onselfclosingtag: end,
    onattribname(from, to) {
      name = html.slice(from, to).toLowerCase();
      value = "";
    },
    onattribdata(from, to) {
      if (isRead.has(name)) value += html.slice(from, to);
    },
    onattribentity(codePoint) {
      value += String.fromCodePoint(codePoint);
    },
    onattribend() {
      if (isRead.has(name) && !found.has(name)) found.set(name, value);
    },
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onprocessinginstruction: nothing,
    ontext: nothing,
    ontextentity: nothing,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
