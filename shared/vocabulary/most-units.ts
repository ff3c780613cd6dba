/** About so many units one request of the office asks or decides. Free of zod: the page asks for it. */
export const mostUnits = 100;
