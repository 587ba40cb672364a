// Follows the reader in the table of contents, and lets code be copied. The page is whole without it.

followContents();
offerCopies();

function followContents() {
  const links = [...document.querySelectorAll(".toc a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (headings.length === 0 || headings.includes(null)) return;
  let waiting = false;

  function mark() {
    waiting = false;
    // A section is read from when its heading has come into the upper third.
    const line = document.documentElement.clientHeight / 3;
    const current = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < line);
    links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  function later() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  }

  window.addEventListener("scroll", later, { passive: true });
  window.addEventListener("resize", later);
  // Not at once: where headings stand is known when the page is next drawn, and would be worked out twice.
  later();
}

function offerCopies() {
  const { copy, copied } = document.querySelector(".prose")?.dataset ?? {};
  if (!navigator.clipboard || !copy) return;
  for (const pre of document.querySelectorAll(".prose pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-code";
    button.textContent = copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
    const box = document.createElement("div");
    box.className = "code-box";
    pre.replaceWith(box);
    box.append(pre, button);
  }
}
