// Puts a button beside each text of "Cite this" that copies it. Without it the text can be selected and the files downloaded.

for (const cite of document.querySelectorAll(".cite")) {
  const { copy, copied, selected } = cite.dataset;
  for (const box of cite.querySelectorAll(".cite-copied")) {
    const text = box.querySelector(".cite-text");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      button.textContent = (await isCopied(text.textContent)) ? copied : selected;
      if (button.textContent === selected) document.getSelection().selectAllChildren(text);
      setTimeout(() => (button.textContent = copy), 2000);
    });
    box.append(button);
  }
}

/** Browsers refuse the clipboard on pages that are not served securely, and when the reader has said so. */
async function isCopied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
