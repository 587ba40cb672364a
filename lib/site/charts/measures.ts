/** Width of a chart in its own units, close to the pixels of a narrow screen, on which text must still be readable. */
export const chartWidth = 360;

/** Of all text in charts, in the same units. */
export const textSize = 14;

/** From one line of a label to the next, in the same units. */
export const lineHeight = 18;
