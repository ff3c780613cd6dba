import { LocalCloudError } from '../errors.ts';

/** The template says something this machine cannot honour; going on would make local and deployed differ. */
export class TemplateNotUnderstood extends LocalCloudError {
  override readonly name = 'TemplateNotUnderstood';
  readonly code = 'TEMPLATE_NOT_UNDERSTOOD';
  override readonly mendable = true;
  /** Where in the template, for example `Resources.Work.Properties`. */
  readonly where: string;

  constructor(where: string, what: string, options?: ErrorOptions) {
    super(`${where}: ${what}`, options);
    this.where = where;
  }
}
