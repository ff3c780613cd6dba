import type { RequestListener } from 'node:http';
import { controlApp } from './control/app.ts';
import { Faults } from './control/faults.ts';
import { waitingRooms } from './events/router.ts';
import { CloudFolder, writeWhole } from './folder.ts';
import { hostedFunctions, principalsOf, withinMachine } from './function-pools.ts';
import { type Gateway, startGateway } from './gateway/server.ts';
import { httpApi } from './http-api/server.ts';
import { type Credentials, KeyRing } from './lambda/credentials.ts';
import { LambdaHost } from './lambda/host.ts';
import { type Listening, listen, listenerOf, portTaken } from './listen.ts';
import type { Endpoints, LocalCloud, LocalCloudOptions } from './local-cloud.ts';
import { connectPipeline, type Pipeline } from './pipeline.ts';
import { PipelineClock } from './schedule/pipeline-clock.ts';
import { deployedStack, synthesize } from './synthesize.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { interpret } from './template/interpret.ts';
import type { CloudPlan } from './template/plan.ts';

const ground = { region: 'ap-southeast-1', account: '000000000000' };

/** Each listens this far above the cloud's own port. */
const offsets = { portal: 0, gateway: 1, mail: 2, control: 3 } as const;
type Door = keyof typeof offsets;

/** What a start works with, and what it has opened so far. */
interface Opening {
  readonly options: LocalCloudOptions;
  readonly folder: CloudFolder;
  readonly assembly: Assembly;
  readonly clock: PipelineClock;
  readonly keys: KeyRing;
  readonly onProblem: (problem: unknown) => void;
  /** Closed in reverse order, whether the start succeeds or not. */
  readonly parts: { close(): void | Promise<void> }[];
}

/**
 * Starts a local cloud and settles when it is ready: endpoints.json lies in the folder, missed schedules have run.
 * @throws SynthesisFailed, TemplateNotUnderstood, PortTaken, ClockCannotGoBack, NotALocalCloud
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Lambda runs in UTC, and worker threads take the zone of their process.
  process.env.TZ = 'UTC';
  const folder = new CloudFolder(options.folder);
  await folder.prepare(options.fresh ?? false);
  const first = options.now ?? options.firstNow;
  const opening: Opening = {
    options,
    folder,
    assembly: await readAssembly(options.assembly ?? (await synthesize(deployedStack))),
    clock: new PipelineClock(
      folder.clock,
      first === undefined ? undefined : Date.parse(first),
      options.seed === undefined,
    ),
    keys: new KeyRing(folder.keys),
    onProblem: options.onProblem ?? ((problem: unknown) => console.error(problem)),
    parts: [],
  };
  try {
    return await open(opening);
  } catch (error) {
    await closeAll(opening);
    throw error;
  }
}

async function open(opening: Opening): Promise<LocalCloud> {
  const { options, folder, clock } = opening;
  // The template's values contain the ports, so the portal's opens before anybody stands behind it.
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const portal = await openDoor(opening, 'portal', (request, response) => answer(request, response));
  const { plan, gateway, host, pipeline } = await openMachinery(opening, portal.url);
  const nobody: RequestListener = (_, response) => response.writeHead(404).end();
  const mail = await openDoor(opening, 'mail', options.mailPage?.(folder.mail) ?? nobody);
  const control = await openDoor(opening, 'control', listenerOf(controlApp(pipeline)));
  if (plan.api) {
    answer = httpApi(plan.api, {
      account: plan.account,
      now: () => clock.now(),
      // By its link: forty requests of one keep nobody else's waiting.
      invoke: (functionName, event) => host.invoke(functionName, event, event.headers.authorization),
      onProblem: opening.onProblem,
    });
  }
  gateway.deliverEvents();
  await pipeline.start();
  if (options.now !== undefined && clock.kept) await pipeline.setClock(options.now);
  return publish(opening, {
    ...pipeline,
    plan,
    endpoints: endpointsOf(plan, { portal, gateway, mail, control }, adminKeys(opening.keys)),
    mailFolder: folder.mail,
    outputsFile: folder.outputs,
    unusedGrants: () => gateway.unusedGrants(),
    close: () => closeAll(opening),
  });
}

interface Machinery {
  readonly plan: CloudPlan;
  readonly gateway: Gateway;
  readonly host: LambdaHost;
  readonly pipeline: Pipeline;
}

/** The gateway, the functions and what moves between them, as the template says; nothing moves yet. */
async function openMachinery(opening: Opening, portalUrl: string): Promise<Machinery> {
  const { options, folder, assembly, clock, keys, onProblem } = opening;
  const planAt = (gatewayUrl: string) =>
    withinMachine(
      interpret(assembly, {
        ...ground,
        gateway: gatewayUrl,
        portal: portalUrl,
        parameters: options.parameters ?? {},
      }),
    );
  const faults = new Faults((functionName, instance, why) => void host.kill(functionName, instance, why));
  const gateway = await openGateway(opening, planAt('http://127.0.0.1:0'), {
    onObjectCreated: (event) => pipeline.router.route(event),
    onMailEvent: (event) => pipeline.router.routeMail(event),
    onCall: (call) => {
      options.onCall?.(call);
      return faults.interfere(call);
    },
  });
  const plan = planAt(gateway.url);
  const hosted = hostedFunctions(plan, keys, gateway.url);
  const host = kept(opening, new LambdaHost(hosted, clock.cell, folder.logs, options));
  const pipeline = kept(
    opening,
    connectPipeline({
      plan,
      clock,
      queues: gateway.queues,
      host,
      faults,
      bounceNext: (address, kind) => gateway.bounceNext(address, kind),
      underway: () => gateway.pendingEvents() + gateway.runningCalls(),
      longestRetrySeconds: options.longestRetrySeconds ?? 1,
      onProblem,
    }),
  );
  return { plan, gateway, host, pipeline };
}

/** @param draft the plan but for the gateway's own address, which nothing here depends on */
async function openGateway(
  opening: Opening,
  draft: CloudPlan,
  listeners: Pick<Parameters<typeof startGateway>[0], 'onObjectCreated' | 'onMailEvent' | 'onCall'>,
): Promise<Gateway> {
  const { folder, keys, clock, onProblem, options } = opening;
  const port = portOf(opening, 'gateway');
  const gateway = await startGateway({
    ...ground,
    ...listeners,
    stateFolder: folder.state,
    mailFolder: folder.mail,
    port,
    principals: [...principalsOf(draft, keys), { name: 'admin', ...adminKeys(keys), statements: 'all' }],
    buckets: draft.buckets,
    queues: [...draft.queues, ...waitingRooms],
    tables: draft.tables,
    configurationSets: draft.configurationSets,
    clock,
    metered: options.onCall !== undefined,
    onProblem,
  }).catch((error: unknown) => {
    throw portTaken(error, 'gateway', port);
  });
  return kept(opening, gateway);
}

async function openDoor(opening: Opening, door: Door, listener: RequestListener): Promise<Listening> {
  return kept(opening, await listen(door, portOf(opening, door), listener));
}

function portOf({ options }: Opening, door: Door): number {
  return options.port ? options.port + offsets[door] : 0;
}

/** Tells whoever waits for it that the cloud is ready. */
async function publish({ options, folder }: Opening, cloud: LocalCloud): Promise<LocalCloud> {
  await writeWhole(folder.outputs, { [cloud.plan.stack]: cloud.plan.outputs });
  const links = (await options.links?.(cloud)) ?? {};
  const ready = { ...cloud, endpoints: { ...cloud.endpoints, links } };
  await writeWhole(folder.endpoints, ready.endpoints);
  return ready;
}

function kept<Part extends Opening['parts'][number]>({ parts }: Opening, part: Part): Part {
  parts.push(part);
  return part;
}

async function closeAll({ parts }: Opening): Promise<void> {
  for (let part = parts.pop(); part; part = parts.pop()) await part.close();
}

/** Without a session token, so that two variables are enough for a script. */
function adminKeys(keys: KeyRing): Pick<Credentials, 'accessKeyId' | 'secretAccessKey'> {
  const { accessKeyId, secretAccessKey } = keys.of('admin');
  return { accessKeyId: accessKeyId.replace('ASIA', 'AKIA'), secretAccessKey };
}

function endpointsOf(
  plan: CloudPlan,
  doors: Readonly<Record<Door, { readonly url: string }>>,
  credentials: Endpoints['credentials'],
): Endpoints {
  const { BucketName, TableName } = plan.outputs;
  return {
    portal: doors.portal.url,
    gateway: doors.gateway.url,
    mail: doors.mail.url,
    control: doors.control.url,
    bucket: BucketName ?? '',
    table: TableName ?? '',
    region: plan.region,
    credentials,
    links: {},
  };
}
