import {
  type Duration,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  type aws_sqs as sqs,
  Duration as Time,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Binding } from './binding.ts';
import { bundleFolder, type FunctionName } from './build.ts';
import { measured } from './measured.ts';

export interface PipelineFunctionProps {
  readonly name: FunctionName;
  readonly description: string;
  readonly memorySize: number;
  readonly timeout: Duration;
  /** Instances that are its alone, of those the account may run at once; none unless told. */
  readonly reserved?: number;
  readonly environment: Readonly<Record<string, Binding>>;
  /** Permissions that belong to no variable. */
  readonly permissions?: readonly iam.PolicyStatement[];
  /** Where the events of an asynchronous caller end that failed in every attempt. */
  readonly failedEvents?: sqs.Queue;
  readonly alarms: Alarms;
}

/** One of the four functions: its bundle, its own role with exactly what its variables need, its log, its alarms. */
export class PipelineFunction extends Construct {
  readonly name: FunctionName;
  readonly function: lambda.Function;
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    super(scope, id);
    const bindings = Object.entries(props.environment);
    this.name = props.name;
    this.logGroup = new logs.LogGroup(this, 'Log', { retention: logs.RetentionDays.THREE_MONTHS });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    this.logGroup.grantWrite(role);
    for (const statement of bindings.flatMap(([, binding]) => binding.permissions)) {
      role.addToPrincipalPolicy(statement);
    }
    for (const statement of props.permissions ?? []) {
      role.addToPrincipalPolicy(statement);
    }
    Validations.of(role).acknowledge(...bindings.flatMap(([, binding]) => binding.acknowledgements ?? []));

    this.function = new lambda.Function(this, 'Function', {
      description: props.description,
      code: lambda.Code.fromAsset(bundleFolder(props.name)),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memorySize,
      timeout: props.timeout,
      ...(props.reserved && { reservedConcurrentExecutions: props.reserved }),
      environment: Object.fromEntries(bindings.map(([name, binding]) => [name, binding.value])),
      role: role as iam.IRole,
      logGroup: this.logGroup as logs.ILogGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      ...(props.failedEvents && { deadLetterQueue: props.failedEvents as sqs.IQueue }),
    });

    const period = Time.minutes(5);
    props.alarms.watch(`${id}Errors`, {
      metric: this.function.metricErrors({ period }),
      meaning: `The function ${props.name} failed.`,
      runbook: `${props.name}-errors`,
    });
    const { name } = props;
    if (name === 'ingest' || name === 'deliver') {
      // A consumer of a queue catches its errors and gives the message back: Lambda counts only what ended it from outside.
      // Two alarms and not one on their sum: it costs the same, and is a type of alarm less.
      props.alarms.watch(`${id}Failures`, {
        metric: measured(this, 'Failures', { period }, name),
        meaning: `The function ${name} gave a message back to its queue.`,
        runbook: `${name}-errors`,
      });
    }
    props.alarms.watch(`${id}Throttles`, {
      metric: this.function.metricThrottles({ period }),
      meaning: `The function ${props.name} was refused an instance.`,
      runbook: 'throttles',
    });
  }
}
