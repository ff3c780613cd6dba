/** More than ten days are an extension, whose day everybody reads at once. Free of zod: the page asks for it. */
export const mostHours = 240;
