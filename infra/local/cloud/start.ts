import type { RequestListener } from 'node:http';
import { inboxApp } from '../inbox/app.ts';
import { controlApp } from './control/app.ts';
import { Faults } from './control/faults.ts';
import { waitingRooms } from './events/router.ts';
import { CloudFolder, writeWhole } from './folder.ts';
import { hostedFunctions, principalsOf } from './function-pools.ts';
import { startGateway } from './gateway/server.ts';
import { httpApi } from './http-api/server.ts';
import { type Credentials, KeyRing } from './lambda/credentials.ts';
import { LambdaHost } from './lambda/host.ts';
import { listen, listenerOf, portTaken } from './listen.ts';
import type { Endpoints, LocalCloud, LocalCloudOptions } from './local-cloud.ts';
import { connectPipeline } from './pipeline.ts';
import { PipelineClock } from './schedule/pipeline-clock.ts';
import { deployedStack, synthesize } from './synthesize.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { interpret } from './template/interpret.ts';
import type { CloudPlan } from './template/plan.ts';

const ground = { region: 'ap-southeast-1', account: '000000000000' };

/** Closed in reverse order, whether the start succeeds or not. */
type Parts = { close(): void | Promise<void> }[];

/**
 * Starts a local cloud and settles when it is ready: endpoints.json lies in the folder, missed schedules have run.
 * @throws SynthesisFailed, TemplateNotUnderstood, PortTaken, ClockCannotGoBack, NotALocalCloud
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Lambda runs in UTC, and worker threads take the zone of their process.
  process.env.TZ = 'UTC';
  const folder = new CloudFolder(options.folder);
  await folder.prepare(options.fresh ?? false);
  const assembly = await readAssembly(options.assembly ?? (await synthesize(deployedStack)));
  const parts: Parts = [];
  try {
    return await open(options, folder, assembly, parts);
  } catch (error) {
    await closeAll(parts);
    throw error;
  }
}

async function open(
  options: LocalCloudOptions,
  folder: CloudFolder,
  assembly: Assembly,
  parts: Parts,
): Promise<LocalCloud> {
  const onProblem = options.onProblem ?? ((problem: unknown) => console.error(problem));
  const port = (offset: number) => (options.port ? options.port + offset : 0);
  const first = options.now ?? options.firstNow;
  const startAt = first === undefined ? undefined : Date.parse(first);
  const clock = new PipelineClock(folder.clock, startAt, options.seed === undefined);
  const keys = new KeyRing(folder.keys);

  // The template's values contain the ports, so the doors open before anybody stands behind them.
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const portal = await listen('portal', port(0), (request, response) => answer(request, response));
  parts.push(portal);
  const planAt = (gatewayUrl: string) =>
    interpret(assembly, {
      ...ground,
      gateway: gatewayUrl,
      portal: portal.url,
      parameters: options.parameters ?? {},
    });
  const draft = planAt('http://127.0.0.1:0');
  const faults = new Faults((functionName, instance, why) => void host.kill(functionName, instance, why));
  const gateway = await startGateway({
    stateFolder: folder.state,
    mailFolder: folder.mail,
    port: port(1),
    ...ground,
    principals: [...principalsOf(draft, keys), { name: 'admin', ...adminKeys(keys), statements: 'all' }],
    buckets: draft.buckets,
    queues: [...draft.queues, ...waitingRooms],
    tables: draft.tables,
    configurationSets: draft.configurationSets,
    clock,
    onObjectCreated: (event) => pipeline.router.route(event),
    onCall: (call) => faults.interfere(call),
    onProblem,
  }).catch((error: unknown) => {
    throw portTaken(error, 'gateway', port(1));
  });
  parts.push(gateway);
  const plan = planAt(gateway.url);
  const host = new LambdaHost(
    hostedFunctions(plan, keys, gateway.url),
    clock.cell,
    folder.logs,
    options.seed,
  );
  parts.push(host);
  const pipeline = connectPipeline({
    plan,
    clock,
    queues: gateway.queues,
    host,
    faults,
    underway: () => gateway.pendingEvents() + gateway.runningCalls(),
    longestRetrySeconds: options.longestRetrySeconds ?? 1,
    onProblem,
  });
  parts.push(pipeline);
  const mail = await listen('mail', port(2), listenerOf(inboxApp(folder.mail)));
  parts.push(mail);
  const control = await listen('control', port(3), listenerOf(controlApp(pipeline)));
  parts.push(control);
  const invoke = (functionName: string, event: unknown) => host.invoke(functionName, event);
  if (plan.api)
    answer = httpApi(plan.api, { account: plan.account, now: () => clock.now(), invoke, onProblem });
  gateway.deliverEvents();
  await pipeline.start();
  if (options.now !== undefined && clock.kept) await pipeline.setClock(options.now);

  const cloud: LocalCloud = {
    ...pipeline,
    plan,
    endpoints: endpointsOf(plan, { portal, gateway, mail, control }, adminKeys(keys)),
    mailFolder: folder.mail,
    outputsFile: folder.outputs,
    close: () => closeAll(parts),
  };
  await writeWhole(folder.outputs, { [plan.stack]: plan.outputs });
  const ready = { ...cloud, endpoints: { ...cloud.endpoints, links: (await options.links?.(cloud)) ?? {} } };
  await writeWhole(folder.endpoints, ready.endpoints);
  return ready;
}

async function closeAll(parts: Parts): Promise<void> {
  for (let part = parts.pop(); part; part = parts.pop()) await part.close();
}

/** Without a session token, so that two variables are enough for a script. */
function adminKeys(keys: KeyRing): Pick<Credentials, 'accessKeyId' | 'secretAccessKey'> {
  const { accessKeyId, secretAccessKey } = keys.of('admin');
  return { accessKeyId: accessKeyId.replace('ASIA', 'AKIA'), secretAccessKey };
}

function endpointsOf(
  plan: CloudPlan,
  doors: Readonly<Record<'portal' | 'gateway' | 'mail' | 'control', { readonly url: string }>>,
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
