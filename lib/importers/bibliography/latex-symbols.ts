/** Accent commands and the combining characters that they are. */
export const accents: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"], ["'", "\u0301"], ["^", "\u0302"], ["~", "\u0303"], ["=", "\u0304"], ["u", "\u0306"],
  [".", "\u0307"], ['"', "\u0308"], ["r", "\u030A"], ["H", "\u030B"], ["v", "\u030C"], ["d", "\u0323"],
  ["c", "\u0327"], ["k", "\u0328"], ["b", "\u0331"], ["G", "\u030F"], ["f", "\u0311"], ["h", "\u0309"],
  ["textcommabelow", "\u0326"],
]); // prettier-ignore

/** Commands that stand for a character. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ["i", "ı"], ["j", "ȷ"], ["ss", "ß"], ["SS", "ẞ"], ["ae", "æ"], ["AE", "Æ"], ["oe", "œ"], ["OE", "Œ"], ["o", "ø"],
  ["O", "Ø"], ["l", "ł"], ["L", "Ł"], ["aa", "å"], ["AA", "Å"], ["dh", "ð"], ["DH", "Ð"], ["th", "þ"], ["TH", "Þ"],
  ["dj", "đ"], ["DJ", "Đ"], ["ng", "ŋ"], ["NG", "Ŋ"], ["textschwa", "ə"], ["textdoublebarpipe", "ǂ"],
  ["S", "§"], ["P", "¶"], ["textsection", "§"], ["textparagraph", "¶"], ["dag", "†"], ["ddag", "‡"],
  ["textdagger", "†"], ["textdaggerdbl", "‡"], ["pounds", "£"], ["textsterling", "£"], ["euro", "€"], ["EUR", "€"],
  ["texteuro", "€"], ["textyen", "¥"], ["textcent", "¢"], ["textcurrency", "¤"], ["textdollar", "$"],
  ["copyright", "©"], ["textcopyright", "©"], ["textregistered", "®"], ["texttrademark", "™"], ["textdegree", "°"],
  ["degree", "°"], ["textordfeminine", "ª"], ["textordmasculine", "º"], ["textonesuperior", "¹"],
  ["texttwosuperior", "²"], ["textthreesuperior", "³"], ["textonehalf", "½"], ["textonequarter", "¼"],
  ["textthreequarters", "¾"], ["textmu", "µ"], ["textpm", "±"], ["texttimes", "×"], ["textdiv", "÷"],
  ["textlnot", "¬"], ["textbrokenbar", "¦"], ["textasciidieresis", "¨"], ["textasciimacron", "¯"],
  ["textasciiacute", "´"], ["textperiodcentered", "·"], ["textbullet", "•"], ["textellipsis", "…"], ["ldots", "…"],
  ["dots", "…"], ["textendash", "–"], ["textemdash", "—"], ["textquoteleft", "‘"], ["textquoteright", "’"],
  ["textquotedblleft", "“"], ["textquotedblright", "”"], ["textquotedbl", '"'], ["textquotesingle", "'"],
  ["quotesinglbase", "‚"], ["quotedblbase", "„"], ["guillemotleft", "«"], ["guillemotright", "»"],
  ["guillemetleft", "«"], ["guillemetright", "»"], ["guilsinglleft", "‹"], ["guilsinglright", "›"], ["lq", "‘"],
  ["rq", "’"], ["glqq", "„"], ["grqq", "“"], ["textexclamdown", "¡"], ["textquestiondown", "¿"],
  ["textbackslash", "\\"], ["textasciitilde", "~"], ["textasciicircum", "^"], ["textasciigrave", "`"],
  ["textbraceleft", "{"], ["textbraceright", "}"], ["textunderscore", "_"], ["textbar", "|"], ["textless", "<"],
  ["textgreater", ">"], ["slash", "/"], ["textvisiblespace", " "], ["space", " "], ["quad", " "], ["qquad", " "],
  ["thinspace", " "], ["newline", " "], ["par", " "], ["textnumero", "№"], ["textperthousand", "‰"],
  ["times", "×"], ["div", "÷"], ["pm", "±"], ["cdot", "·"], ["leq", "≤"], ["le", "≤"], ["geq", "≥"], ["ge", "≥"],
  ["neq", "≠"], ["ne", "≠"], ["approx", "≈"], ["sim", "∼"], ["infty", "∞"], ["rightarrow", "→"], ["to", "→"],
  ["leftarrow", "←"], ["prime", "′"], ["circ", "°"], ["ell", "ℓ"], ["partial", "∂"], ["sum", "∑"], ["in", "∈"],
  ["alpha", "α"], ["beta", "β"], ["gamma", "γ"], ["delta", "δ"], ["epsilon", "ϵ"], ["varepsilon", "ε"], ["zeta", "ζ"],
  ["eta", "η"], ["theta", "θ"], ["iota", "ι"], ["kappa", "κ"], ["lambda", "λ"], ["mu", "μ"], ["nu", "ν"], ["xi", "ξ"],
  ["pi", "π"], ["rho", "ρ"], ["sigma", "σ"], ["varsigma", "ς"], ["tau", "τ"], ["upsilon", "υ"], ["phi", "ϕ"],
  ["varphi", "φ"], ["chi", "χ"], ["psi", "ψ"], ["omega", "ω"], ["Gamma", "Γ"], ["Delta", "Δ"], ["Theta", "Θ"],
  ["Lambda", "Λ"], ["Xi", "Ξ"], ["Pi", "Π"], ["Sigma", "Σ"], ["Upsilon", "Υ"], ["Phi", "Φ"], ["Psi", "Ψ"],
  ["Omega", "Ω"], ["LaTeX", "LaTeX"], ["TeX", "TeX"], ["BibTeX", "BibTeX"],
]); // prettier-ignore

/** Commands that only say how text looks: what stands in their braces is the text. */
export const silentCommands: ReadonlySet<string> = new Set([
  "emph", "textit", "textbf", "textsc", "textsl", "texttt", "textrm", "textsf", "textup", "textmd", "textnormal", "text",
  "textsuperscript", "textsubscript", "underline", "uline", "ul", "it", "bf", "sc", "sl", "tt", "rm", "sf", "em",
  "itshape", "bfseries", "scshape", "mbox", "hbox", "url", "path", "nolinkurl", "mkbibemph", "mkbibbold",
  "mkbibitalic", "mkbibquote", "mkbibparens", "mkbibbrackets", "enquote", "ensuremath", "mathrm", "mathit", "mathbf",
  "mathsf", "mathtt", "mathcal", "mathbb", "operatorname", "protect", "relax", "noopsort", "NoCaseChange", "ignorespaces",
  "MakeUppercase", "uppercase", "lowercase", "left", "right", "small", "large", "normalfont", "hspace", "textquotestraightbase",
]); // prettier-ignore

/** Commands whose first argument is no text. */
export const argumentsToDrop: ReadonlySet<string> = new Set([
  "href",
  "textcolor",
  "foreignlanguage",
  "bibstring",
  "label",
]);

export const superscripts: ReadonlyMap<string, string> = pairs("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
export const subscripts: ReadonlyMap<string, string> = pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const there = Array.from(to);
  return new Map(Array.from(from).map((one, at) => [one, there[at] ?? one]));
}
