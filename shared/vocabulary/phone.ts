/** How a telephone number is written: digits as people group them, the area’s in brackets or not. */
export const phonePattern = /^\(?[\d+][\d .()-]*$/;
