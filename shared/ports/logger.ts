type Details = Readonly<Record<string, unknown>>;

/** What an operator reads. A message begins with the name of what happened: `MAIL_SENT: …`. */
export interface Logger {
  info(message: string, ...details: Details[]): void;
  warn(message: string, ...details: Details[]): void;
  error(message: string, ...details: Details[]): void;
}
