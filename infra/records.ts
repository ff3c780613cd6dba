import { aws_dynamodb as dynamodb, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type Partition, partitions } from '../shared/vocabulary/partitions.ts';
import type { Binding } from './binding.ts';

/** In which partitions a function may do what. There is no deletion: nothing is lost. */
export interface RowAccess {
  /** All of them unless told. */
  readonly read?: readonly Partition[];
  /** Whether it may read many rows at once. */
  readonly query?: true;
  /** Where it may write rows; that they are new, the code says. */
  readonly add: readonly Partition[];
  /** Where it may change rows. */
  readonly change?: readonly Partition[];
}

const unsentIndex = 'unsent';

/** Seconds since 1970. Only the counters of limits carry it (`shared/records/limits.ts`): nothing that counts is removed. */
const removedAfter = 'removedAfter';

export interface RecordsProps {
  /** A table of an earlier stack, by name, or null for one of this stack's own. */
  readonly kept: string | null;
}

/** The one table: uploads, versions, decisions, links, outbox, runs, limits. */
export class Records extends Construct {
  private readonly table: dynamodb.ITableV2;

  constructor(scope: Construct, id: string, { kept }: RecordsProps) {
    super(scope, id);
    this.table =
      kept === null
        ? (this.made() as dynamodb.ITableV2)
        : dynamodb.TableV2.fromTableName(this, 'Table', kept);
  }

  private made(): dynamodb.TableV2 {
    return new dynamodb.TableV2(this, 'Table', {
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

  /** The table's name, with the right to do this on its rows. */
  usedFor({ read, query, add, change = [] }: RowAccess): Binding {
    return {
      value: this.table.tableName,
      permissions: [
        // Rows that are asked for in one breath are read by one request.
        this.allowed(['GetItem', 'BatchGetItem', ...(query ? ['Query'] : [])], read),
        this.allowed(['PutItem'], add),
        ...(change.length > 0 ? [this.allowed(['UpdateItem'], change)] : []),
      ],
    };
  }

  /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html */
  private allowed(actions: readonly string[], where?: readonly Partition[]): iam.PolicyStatement {
    const beginnings = where?.map((partition) => partitions[partition]);
    return new iam.PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [this.table.tableArn],
      ...(beginnings && {
        conditions: {
          'ForAllValues:StringLike': {
            'dynamodb:LeadingKeys': beginnings.map((name) => (name.endsWith('#') ? `${name}*` : name)),
          },
        },
      }),
    });
  }

  /** The right to find what still waits in the outbox. */
  unsentFound(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${this.table.tableArn}/index/${unsentIndex}`],
    });
  }
}
