/** The template says something this machine cannot honour; going on would make local and deployed differ. */
export class TemplateNotUnderstood extends Error {
  override readonly name = 'TemplateNotUnderstood';
  /** Where in the template, for example `Resources.Work.Properties`. */
  readonly where: string;

  constructor(where: string, what: string, options?: ErrorOptions) {
    super(`${where}: ${what}`, options);
    this.where = where;
  }
}
