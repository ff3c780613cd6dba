/** Names are spelled as in namespaces.ts (`s:row`, `w:p`), whatever prefix the file uses. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** The characters between two tags, possibly in several calls. */
  text?(text: string): void;
  close?(name: string): void;
  readonly shortcut?: XmlShortcut;
}

/** Attributes without a prefix under their bare name, others as `w:val`, `r:id`; those of other namespaces are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** A piece of a part, as characters and as their codes; each is made when it is first asked for. */
export interface XmlPiece {
  readonly text: string;
  /** Those of the text's characters where they are ASCII, 0x80 for any other; zeros behind the last. */
  readonly codes: Uint8Array;
}

/**
 * Reads whole elements by itself where every writer writes them alike and a file has millions of them. It may take
 * only what is well-formed beyond doubt, declares no prefix and leaves as many elements open as there were (the end of
 * one and the beginning of the next of the same name will do); all else it leaves to the tokenizer, with the same
 * result.
 */
export interface XmlShortcut {
  /** It is asked only where names without a prefix belong to this one, as spelled in namespaces.ts. */
  readonly namespace: string;
  /**
   * @param at where a tag begins
   * @param parent the innermost open element as it is written; empty for one that declares a prefix
   * @returns where what it took ends; `at` where it took nothing
   */
  take(piece: XmlPiece, at: number, parent: string): number;
}
