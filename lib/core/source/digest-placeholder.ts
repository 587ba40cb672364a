/** Stands for a paragraph of a digest until somebody writes it. A source that has it is never published. */
export const digestPlaceholder = "(To be written in our own words.)";
