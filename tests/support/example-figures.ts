/** A figure of a brief, and the paragraph that has it. */
export interface ExampleFigure {
  /** Of the brief, as in {@link briefsByLetter}. */
  readonly letter: string;
  /** As the brief writes it. */
  readonly figure: string;
  /** Source and label. */
  readonly from: string;
}

/** Figures that readers would take away, each with its source: brief, figure, source, paragraph. */
const written = `
A 3,000 to 5,000 | un-monitoring-29-2022 1
A 6,000 to 6,500 | un-monitoring-15-2024 1
A 6,000–6,500 | un-monitoring-35-2025 1
A about 6,000 | unsc-1267-chair-2025-11 1
A about 6,000 | un-monitoring-37-2026 2
A 30,000 to 35,000 | unsc-1267-ttp-2011 4
A 3.5 million afghanis | un-monitoring-15-2024 5
A 50,500 dollars | un-monitoring-15-2024 5
A 3 million afghanis | un-monitoring-35-2025 2
A 43,000 dollars | un-monitoring-35-2025 2
A about 200 militants | voa-2023-09 1
A 25 more arrests | voa-2023-09 2
A 70 to 200 | un-monitoring-33-2024 3
A 1,000 clerics | arab-news-2025-12 1
A a million dollars a day | un-monitoring-16-2025 4
A 144 people | dawn-2023-01 2
A about 100 | dawn-2023-01 1
A 664 members | picss-2025-12 2
A 580 civilians | picss-2025-12 2
A at least 20 militants | paktika-strikes-2024-12 2
A 56 civilians | unama-2026-03 4
A 521 | pips-2025 1
A 905 | picss-2025-01 1
A 1,099 | gti-2025 1
A 1,166 | crss-2024 1
A 852 | pips-2025 1
A 1,177 | picss-2025-01 1
A 1,081 | gti-2025 1
A 2,546 | crss-2024 1
A 934 | crss-2024 1
A 1,950 | picss-2025-12 1
A about 300 | pips-2025 3
A 558 | gti-2025 2
A 96% | gti-2025 3
A over 600 TTP attacks | un-monitoring-16-2025 3
A over 3,500 | un-monitoring-37-2026 1
A 1,210 | un-monitoring-15-2024 3
A 73% | picss-2025-12 1
B about 1.3 million | por-returns-2025-08 2
B about 1.45 million | por-returns-2025-08 4
B 800,000 | por-returns-2025-08 2
B 1,333,749 | afghans-in-pakistan-2023 1
B 803,200 | afghans-in-pakistan-2023 1
B 822,400 | afghans-in-pakistan-2023 1
B 1.73 million | afghans-in-pakistan-2023 2
B 3.0–3.1 million | afghans-in-pakistan-2023 1
B 3.7 million | afghans-in-pakistan-2023 2
B 4.4 million | afghans-in-pakistan-2023 2
B 878,604 | iom-acc-2018 1
B 1.4 million | refugee-convention-status-2016 2
B 885,902 | departures-2025-03 1
B 148,200 | unhcr-update-44-2025 2
B 30,200 | unhcr-update-44-2025 2
B 72% | unhcr-update-44-2025 3
B 22% | unhcr-update-44-2025 3
B 42% | unhcr-update-44-2025 4
B 1.1 million | por-returns-2025-08 3
B 804,830 | ifrc-2026-01 2
B 14% | ifrc-2026-01 2
B 2.9 million | unhcr-2026-02 1
B 5.2 million | ifrc-2026-01 1
B 5.4 million | unhcr-2026-02 1
B 109 petitions | peshawar-courts-2025 1
B 51 families | peshawar-courts-2025 2
B 40 husbands | peshawar-courts-2025 3
B 73% | picss-2025-12 1
B 14 of that year’s 24 | pakistan-interior-2023-10 2
B 1.3% | khaama-2017-01 1
B 600,000 | hrw-2017-02 1
B 49 people | no-safe-haven-2025 1
B 100,000 Afghans | air-2025-11 1
B 40 years | unhcr-por-2025-08 1
C 1,099 | gti-2025 1
C 70% | pips-2025 1
C 905 | picss-2025-01 1
C 2,546 | crss-2024 1
C 73% | picss-2025-12 1
C 685 | crss-2024 2
C 664 | picss-2025-12 2
C 56 civilians | unama-2026-03 4
C counted 42 | unama-2026-03 3
C a million dollars a day | un-monitoring-16-2025 4
C 1.5 million dollars | border-closures-2025 1
C 96% | gti-2025 3
C 225 of the deaths | pips-2025 3
C 444 attacks | crss-2024 2
C 51 families | peshawar-courts-2025 2
C 1.3 million | por-returns-2025-08 2
C 800,000 | por-returns-2025-08 2
C 1.3% | khaama-2017-01 1
C 23 soldiers | express-tribune-2025-10 1
C 852 | pips-2025 1
`;

export const exampleFigures: readonly ExampleFigure[] = written
  .trim()
  .split("\n")
  .map((line) => {
    const [figure = "", from = ""] = line.split(" | ");
    return { letter: figure.slice(0, 1), figure: figure.slice(2), from };
  });
