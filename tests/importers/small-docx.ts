import { strToU8, zipSync } from "fflate";

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** XML of a Word document's parts, without their root elements. */
interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly comments?: string;
}

/** A Word document of as few parts as one can have. */
export function smallDocx({ body, numbering = "", styles = "", comments = "" }: Parts): Uint8Array {
  const related = ["numbering", "styles", "comments"].map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  const parts = {
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${relations}">${related.join("")}</Relationships>`,
    "word/document.xml": `<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    "word/numbering.xml": `<w:numbering ${namespace}>${numbering}</w:numbering>`,
    "word/styles.xml": `<w:styles ${namespace}>${styles}</w:styles>`,
    "word/comments.xml": `<w:comments ${namespace}>${comments}</w:comments>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A paragraph, numbered where a list is given. @param depth 0-based. */
export function paragraph(text: string, list?: number, depth = 0, style?: string): string {
  const numbers = list === undefined ? "" : `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${numbers}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A list's definition. @param levels Format and text of each, such as ["decimal", "%1."]. */
export function definition(id: number, ...levels: [format: string, text: string, more?: string][]): string {
  const written = levels.map(
    ([format, text, more = ""], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${written.join("")}</w:abstractNum>`;
}

export function list(id: number, ofDefinition: number, more = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${ofDefinition}"/>${more}</w:num>`;
}
