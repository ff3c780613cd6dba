/** What a laptop and a phone show of a page without scrolling, in CSS pixels. */
export const wide = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };
