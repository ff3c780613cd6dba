import { aws_dynamodb as dynamodb, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** What a function may do with single rows. There is no deletion: nothing is lost. */
export type RowAction = 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem';

const unsentIndex = 'unsent';

/** Seconds since 1970. Only the counters of limits carry it (`shared/records/limits.ts`): nothing that counts is removed. */
const removedAfter = 'removedAfter';

/** The one table: uploads, versions, decisions, links, outbox, runs, limits. */
export class Records extends Construct {
  private readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: removedAfter,
      billing: dynamodb.Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        {
          // Sparse: only outbox rows that still wait carry these attributes, so the hourly repair reads no others.
          indexName: unsentIndex,
          partitionKey: { name: 'unsent', type: dynamodb.AttributeType.STRING },
          sortKey: { name: 'unsentSince', type: dynamodb.AttributeType.STRING },
          projectionType: dynamodb.ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  get tableName(): string {
    return this.table.tableName;
  }

  /** The table's name, with the right to do `actions` on its rows. */
  usedFor(...actions: readonly RowAction[]): Binding {
    return {
      value: this.table.tableName,
      permissions: [
        new iam.PolicyStatement({
          actions: actions.map((action) => `dynamodb:${action}`),
          resources: [this.table.tableArn],
        }),
      ],
    };
  }

  /** The right to find what still waits in the outbox. */
  unsentFound(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${this.table.tableArn}/index/${unsentIndex}`],
    });
  }
}
