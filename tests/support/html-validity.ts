/** Tests hold pages against the HTML standard as a publish does. */
export { invalidHtml } from "../../lib/site/publish/html-validity.ts";
