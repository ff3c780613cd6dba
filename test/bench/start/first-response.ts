/** `node first-response.ts MODULE EVENT`: loads a function, lets it answer one event and prints what that took, as JSON. */
const [, , module = '', event = '{}'] = process.argv;
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 60_000 };
const { handler }: { handler(event: unknown, context: unknown): Promise<unknown> } = await import(module);
const loaded = performance.now();
const answer = await handler(JSON.parse(event), context);
const answered = performance.now();
const { user, system } = process.cpuUsage();
// Both counted from the start of the process.
process.stderr.write(`\n${JSON.stringify({ loaded, answered, processor: (user + system) / 1000, answer })}`);
process.exit(0);
