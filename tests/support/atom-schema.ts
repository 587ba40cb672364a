import { RelaxNGValidator, XmlDocument, XmlElement, XmlValidateError } from "libxml2-wasm";

const languageTag = '<optional><attribute name="xml:lang"><data type="language"/></attribute></optional>';
const iri = '<data type="anyURI"><param name="pattern">[a-zA-Z][a-zA-Z0-9+.\\-]*:.+</param></data>';
const moment =
  '<data type="dateTime"><param name="pattern">\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+\\-]\\d\\d:\\d\\d)</param></data>';
const filled = '<data type="string"><param name="pattern">[\\s\\S]*\\S[\\s\\S]*</param></data>';
const textOf = (name: string) =>
  `<element name="${name}">${languageTag}<optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional>${filled}</element>`;
const personOf = (name: string) =>
  `<element name="${name}"><interleave><element name="name">${filled}</element><optional><element name="uri">${iri}</element></optional><optional><element name="email"><data type="string"><param name="pattern">.+@.+</param></data></element></optional></interleave></element>`;
const link = `<element name="link"><attribute name="href">${iri}</attribute><optional><attribute name="rel">${filled}</attribute></optional><optional><attribute name="type"><data type="string"><param name="pattern">.+/.+</param></data></attribute></optional><optional><attribute name="hreflang"><data type="language"/></attribute></optional><optional><attribute name="title"/></optional><optional><attribute name="length"/></optional></element>`;
const category = `<element name="category"><attribute name="term">${filled}</attribute><optional><attribute name="scheme">${iri}</attribute></optional><optional><attribute name="label"/></optional></element>`;
const idOf = `<element name="id">${iri}</element>`;
const momentOf = (name: string) => `<element name="${name}">${moment}</element>`;
const any = (pattern: string) => `<zeroOrMore>${pattern}</zeroOrMore>`;
const maybe = (pattern: string) => `<optional>${pattern}</optional>`;

/** What RFC 4287 lets stand where (section 4), as RELAX NG; of content, only the types that are text. */
const schema = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed">${languageTag}<interleave>
${any(personOf("author"))}${any(category)}${any(personOf("contributor"))}${maybe(`<element name="generator">${filled}</element>`)}
${maybe(`<element name="icon">${iri}</element>`)}${idOf}${any(link)}${maybe(`<element name="logo">${iri}</element>`)}
${maybe(textOf("rights"))}${maybe(textOf("subtitle"))}${textOf("title")}${momentOf("updated")}
${any(`<element name="entry">${languageTag}<interleave>
${any(personOf("author"))}${any(category)}${maybe(textOf("content"))}${any(personOf("contributor"))}${idOf}${any(link)}
${maybe(momentOf("published"))}${maybe(textOf("rights"))}${maybe(textOf("summary"))}${textOf("title")}${momentOf("updated")}
</interleave></element>`)}
</interleave></element></start></grammar>`;

const namespaces = { a: "http://www.w3.org/2005/Atom" };

/** What is not as RFC 4287 has it in an Atom feed: by the schema, and by what no schema can say. */
export function atomFaults(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  const form = XmlDocument.fromString(schema);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a schema of XSD cannot say that these elements stand in any order
  const validator = RelaxNGValidator.fromDoc(form);
  try {
    validator.validate(document);
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  }
  const faults: string[] = [];
  const textsOf = (path: string) => document.find(path, namespaces).map((node) => node.content);
  const feed = document.root;
  const authored = feed.find("a:author", namespaces).length > 0;
  if (feed.find("a:link[@rel='self']", namespaces).length === 0) faults.push("4.1.1: a feed should name itself");
  const ids = textsOf("/a:feed/a:entry/a:id");
  if (new Set(ids).size !== ids.length) faults.push("4.1.1: two entries have one id");
  for (const node of document.find("/a:feed/a:entry", namespaces)) {
    if (!(node instanceof XmlElement)) continue;
    if (!authored && node.find("a:author", namespaces).length === 0) faults.push("4.1.2: an entry has no author");
    const alternates = node.find("a:link[@rel='alternate']", namespaces);
    if (alternates.length === 0 && node.find("a:content", namespaces).length === 0)
      faults.push("4.1.2: an entry has neither content nor an alternate");
  }
  const updated = textsOf("/a:feed/a:entry/a:updated");
  if (updated.some((one) => one > (textsOf("/a:feed/a:updated")[0] ?? "")))
    faults.push("4.2.15: an entry is newer than its feed");
  return faults;
}
