/** Where a resource stands: needed to give it a name, an ARN and a URL. */
export interface Ground {
  readonly region: string;
  readonly account: string;
  /** Where S3, SQS, SES and DynamoDB answer: `http://127.0.0.1:port`. */
  readonly gateway: string;
  /** Where the HTTP API answers. */
  readonly portal: string;
  /** Values for the template's parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What `Ref` and `Fn::GetAtt` answer for one resource. */
export interface Identity {
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Build = (name: string, ground: Ground) => Omit<Identity, 'name'>;
interface Kind {
  /** The property that, when present, is the physical name. */
  readonly nameProperty?: string;
  /** Names of this kind are shared by the whole world: lower case, and with the stack in front. */
  readonly worldwide?: true;
  readonly build: Build;
}

const arn = (ground: Ground, service: string, resource: string): string =>
  `arn:aws:${service}:${ground.region}:${ground.account}:${resource}`;
const named = (service: string, prefix: string, nameProperty?: string): Kind => ({
  ...(nameProperty ? { nameProperty } : {}),
  build: (name, ground) => ({ ref: name, attributes: { Arn: arn(ground, service, `${prefix}${name}`) } }),
});
const referredTo: Kind = { build: (name) => ({ ref: name, attributes: {} }) };

/** Types that exist locally, with how each is called. */
export const interpretedTypes: Readonly<Record<string, Kind>> = {
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    worldwide: true,
    build: (name, ground) => ({
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${ground.region}.amazonaws.com`,
      },
    }),
  },
  'AWS::S3::BucketPolicy': referredTo,
  'AWS::DynamoDB::GlobalTable': named('dynamodb', 'table/', 'TableName'),
  'AWS::DynamoDB::Table': named('dynamodb', 'table/', 'TableName'),
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    build: (name, ground) => {
      const url = `${ground.gateway}/${ground.account}/${name}`;
      return { ref: url, attributes: { Arn: arn(ground, 'sqs', name), QueueName: name, QueueUrl: url } };
    },
  },
  'AWS::Events::Rule': named('events', 'rule/', 'Name'),
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    build: (name, ground) => ({
      ref: name,
      attributes: { Arn: `arn:aws:iam::${ground.account}:role/${name}`, RoleId: name },
    }),
  },
  'AWS::IAM::Policy': referredTo,
  'AWS::Lambda::Function': named('lambda', 'function:', 'FunctionName'),
  'AWS::Lambda::EventSourceMapping': referredTo,
  'AWS::ApiGatewayV2::Api': {
    build: (name, ground) => ({ ref: name, attributes: { ApiEndpoint: ground.portal, ApiId: name } }),
  },
  'AWS::ApiGatewayV2::Integration': referredTo,
  'AWS::ApiGatewayV2::Route': referredTo,
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', build: (name) => ({ ref: name, attributes: {} }) },
  'AWS::Scheduler::Schedule': named('scheduler', 'schedule/default/', 'Name'),
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', build: (name) => ({ ref: name, attributes: {} }) },
};

/** Types that need nothing on one machine: nobody is paged, nothing is billed, every log is a file. */
export const idleTypes: Readonly<Record<string, Kind>> = {
  'AWS::Budgets::Budget': referredTo,
  'AWS::CDK::Metadata': referredTo,
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::CloudWatch::Dashboard': {
    nameProperty: 'DashboardName',
    build: (name) => ({ ref: name, attributes: {} }),
  },
  // The mapping is run by the local cloud itself and the API calls its function directly: no one to permit.
  'AWS::Lambda::Permission': referredTo,
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    build: (name, ground) => ({ ref: name, attributes: { Arn: arn(ground, 'logs', `log-group:${name}:*`) } }),
  },
  'AWS::Logs::MetricFilter': referredTo,
  'AWS::Logs::ResourcePolicy': referredTo,
  'AWS::SES::ConfigurationSetEventDestination': referredTo,
  'AWS::SES::EmailIdentity': {
    nameProperty: 'EmailIdentity',
    build: (name) => ({ ref: name, attributes: {} }),
  },
  'AWS::SNS::Subscription': referredTo,
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    build: (name, ground) => ({
      ref: arn(ground, 'sns', name),
      attributes: { TopicArn: arn(ground, 'sns', name), TopicName: name },
    }),
  },
  'AWS::SNS::TopicPolicy': referredTo,
  'AWS::SQS::QueuePolicy': referredTo,
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'schedule-group/', 'Name'),
};
