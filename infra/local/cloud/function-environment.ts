import type { Credentials } from './lambda/credentials.ts';
import type { FunctionPlan } from './template/plan.ts';

/** What Lambda itself puts into a function's environment, next to the template's own variables. */
export function environmentOf(
  plan: FunctionPlan,
  credentials: Credentials,
  region: string,
  gatewayUrl: string,
): Readonly<Record<string, string>> {
  return {
    ...plan.environment,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL: gatewayUrl,
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: plan.folder,
    _HANDLER: plan.handler,
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
  };
}
