import { startGateway } from '../../../../../infra/local/cloud/gateway/server.ts';
import { gatewayOptions } from './a-gateway.ts';

// Run as a child process with a folder, so that a test can kill it or look at its memory.
const [folder = ''] = process.argv.slice(2);
const gateway = await startGateway(gatewayOptions(folder));
process.on('message', () => process.send?.({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
process.send?.({ port: gateway.port });
