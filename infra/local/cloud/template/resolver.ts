import type { Assembly, TemplateResource } from './assembly.ts';
import { type Ground, type Identity, idleTypes, interpretedTypes } from './identities.ts';
import { TemplateNotUnderstood } from './not-understood.ts';
import { readableNames } from './readable-names.ts';

type Intrinsic = (argument: unknown, where: string) => unknown;

/**
 * Turns a template's values into concrete ones: Ref, Fn::GetAtt, Fn::Join, Fn::Sub and pseudo parameters.
 * Every other intrinsic, resource type or attribute is a TemplateNotUnderstood.
 */
export class Resolver {
  readonly #assembly: Assembly;
  readonly #ground: Ground;
  readonly #names: ReadonlyMap<string, string>;
  readonly #identities = new Map<string, Identity>();
  readonly #intrinsics: Readonly<Record<string, Intrinsic>>;

  constructor(assembly: Assembly, ground: Ground) {
    this.#assembly = assembly;
    this.#ground = ground;
    this.#names = readableNames(assembly);
    this.#intrinsics = {
      Ref: (name, where) => this.#ref(text(name, where), where),
      'Fn::GetAtt': (argument, where) => this.#attribute(argument, where),
      'Fn::Join': (argument, where) => this.#join(argument, where),
      'Fn::Sub': (argument, where) => this.#substitute(argument, where),
    };
  }

  /** The value with every intrinsic in it resolved; properties that come down to AWS::NoValue are left out. */
  resolve(value: unknown, where: string): unknown {
    if (Array.isArray(value)) {
      return value
        .map((item, index) => this.resolve(item, `${where}[${index}]`))
        .filter((item) => item !== undefined);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only) {
      const [key, argument] = only;
      const intrinsic = this.#intrinsics[key];
      if (intrinsic) return intrinsic(argument, where);
      if (key.startsWith('Fn::') || key === 'Condition') {
        throw new TemplateNotUnderstood(where, `the intrinsic ${key} is not known here`);
      }
    }
    const resolved = entries.map(([key, item]) => [key, this.resolve(item, `${where}.${key}`)] as const);
    return Object.fromEntries(resolved.filter(([, item]) => item !== undefined));
  }

  /** How the resource with this logical id is called on this machine. */
  identity(logicalId: string, where: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#assembly.template.Resources[logicalId];
    if (!resource) throw new TemplateNotUnderstood(where, `there is no resource ${logicalId}`);
    const identity = this.#identify(logicalId, resource);
    this.#identities.set(logicalId, identity);
    return identity;
  }

  #identify(logicalId: string, resource: TemplateResource): Identity {
    const at = `Resources.${logicalId}`;
    const kind = interpretedTypes[resource.Type] ?? idleTypes[resource.Type];
    if (!kind) throw new TemplateNotUnderstood(at, `the resource type ${resource.Type} is not known here`);
    if (resource.Condition !== undefined && !idleTypes[resource.Type]) {
      throw new TemplateNotUnderstood(at, 'conditional resources are not known here');
    }
    const given = kind.nameProperty ? resource.Properties[kind.nameProperty] : undefined;
    const readable = this.#names.get(logicalId) ?? logicalId;
    const fallback = kind.worldwide ? `${this.#assembly.stack}-${readable}`.toLowerCase() : readable;
    const name = given === undefined ? fallback : text(this.resolve(given, `${at}.${kind.nameProperty}`), at);
    return { name, ...kind.build(name, this.#ground) };
  }

  #ref(name: string, where: string): unknown {
    const { region, account, parameters } = this.#ground;
    const pseudo: Record<string, string | undefined> = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.#assembly.stack,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${this.#assembly.stack}/local`,
      'AWS::NoValue': undefined,
    };
    if (name in pseudo) return pseudo[name];
    const parameter = this.#assembly.template.Parameters[name];
    if (!parameter) return this.identity(name, where).ref;
    const value = parameters[name] ?? parameter.Default;
    if (value === undefined)
      throw new TemplateNotUnderstood(where, `the parameter ${name} was given no value`);
    return value;
  }

  #attribute(argument: unknown, where: string): string {
    const path = typeof argument === 'string' ? argument.split('.') : argument;
    const [id, attribute] = Array.isArray(path) ? path : [];
    const value = this.identity(text(id, where), where).attributes[text(attribute, where)];
    if (value === undefined) {
      throw new TemplateNotUnderstood(
        where,
        `the attribute ${String(attribute)} of ${String(id)} is not known here`,
      );
    }
    return value;
  }

  #join(argument: unknown, where: string): string {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    const resolved = this.resolve(parts, where);
    if (!Array.isArray(resolved)) throw new TemplateNotUnderstood(where, 'Fn::Join wants a list');
    return resolved.map((part) => text(part, where)).join(text(separator, where));
  }

  #substitute(argument: unknown, where: string): string {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const given = Object(this.resolve(variables, where)) as Record<string, unknown>;
    return text(template, where).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(given, name)) return text(given[name], where);
      return text(name.includes('.') ? this.#attribute(name, where) : this.#ref(name, where), where);
    });
  }
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateNotUnderstood(where, `expected text, found ${JSON.stringify(value)}`);
}
