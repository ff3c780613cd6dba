import type { RequestListener } from 'node:http';
import type { Controls } from './control/app.ts';
import type { GatewayCall } from './gateway/options.ts';
import type { Invoked } from './lambda/worker-thread.ts';
import type { CloudPlan } from './template/plan.ts';

/** What `.local/endpoints.json` holds: a contract, scripts rely on it. */
export interface Endpoints {
  readonly portal: string;
  readonly gateway: string;
  readonly mail: string;
  readonly control: string;
  readonly bucket: string;
  readonly table: string;
  readonly region: string;
  /** The admin's key pair: it may do everything the gateway can. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly links: Links;
}

/** By unit code. */
export type Links = Readonly<Record<string, { readonly page: string; readonly token: string }>>;

export interface LocalCloudOptions {
  /** Where everything is kept; `.local` for people, a temporary folder for tests. */
  readonly folder: string;
  /** A synthesized assembly; left out, the deployed stack is built and synthesized when its sources changed. */
  readonly assembly?: string;
  /** The portal's port; gateway, mail and control take the next three. 0 takes four free ones. */
  readonly port?: number;
  /** What the pipeline's clock shows: ISO 8601 with offset. A kept clock may only go on. */
  readonly now?: string;
  /** What a new clock shows when `now` says nothing; the machine's time unless told. */
  readonly firstNow?: string;
  /**
   * Draws everything random from this, and lets the clock move only where it is set: two runs with one seed give the
   * same mails, documents and results.
   */
  readonly seed?: string;
  /** Empties the folder first. */
  readonly fresh?: boolean;
  /** Seconds of wall time after which the pipeline's clock may leap over the wait before a retry. 1 unless told. */
  readonly longestRetrySeconds?: number;
  /** Values for the template's parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Called once everything runs: what it answers goes into endpoints.json, which is written afterwards. */
  readonly links?: (cloud: LocalCloud) => Promise<Links>;
  /** Answers at the mail port, given the folder of the accepted mails; left out, everything there is 404. */
  readonly mailPage?: (mailFolder: string) => RequestListener;
  /** Hears each authorised call, before its effect and after it, with the units that DynamoDB charges for it. */
  readonly onCall?: (call: GatewayCall) => void;
  /** Hears of each invocation of a function that has ended. */
  readonly onInvoked?: (invoked: Invoked) => void;
  /** Hears of what went wrong behind the scenes; console.error unless told. */
  readonly onProblem?: (problem: unknown) => void;
}

/** A running local cloud. */
export interface LocalCloud extends Controls {
  readonly plan: CloudPlan;
  readonly endpoints: Endpoints;
  /** The folder of the accepted mails, one `.eml` each. */
  readonly mailFolder: string;
  /** The file in the shape of `cdk deploy --outputs-file`. */
  readonly outputsFile: string;
  /** What roles allow and nobody has used since the start, as `role: action resource`. */
  unusedGrants(): string[];
  /** Stops everything; what is in flight comes again at the next start. */
  close(): Promise<void>;
}
