/** A sentence in the two languages of this system. Vietnamese is written first everywhere. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Text;
