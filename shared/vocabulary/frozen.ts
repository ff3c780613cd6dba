/** A type of which nothing can be written, however deep: what a schema yields, as the rooms hand it on. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
