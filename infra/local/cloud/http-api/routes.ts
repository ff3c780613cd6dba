export interface RouteMatch {
  readonly routeKey: string;
  readonly functionName: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Picks the route of a request as HTTP APIs do: the full match first, then a greedy one, then `$default`; a route of
 * the method itself before ANY. Undefined when there is none.
 */
export function findRoute(
  routes: ReadonlyMap<string, string>,
  method: string,
  path: string,
): RouteMatch | undefined {
  const candidates = [...routes].flatMap(([routeKey, functionName]) => {
    if (routeKey === '$default') return [{ routeKey, functionName, pathParameters: {}, rank: 0 }];
    const [wanted = '', pattern = ''] = routeKey.split(' ');
    const pathParameters = matchPath(pattern, path);
    if (!pathParameters || (wanted !== 'ANY' && wanted !== method)) return [];
    const rank = (pattern.includes('+}') ? 2 : 4) + (wanted === 'ANY' ? 0 : 1);
    return [{ routeKey, functionName, pathParameters, rank }];
  });
  return candidates.sort((a, b) => b.rank - a.rank)[0];
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const source = pattern
    .replace(/[.*?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)(\+?)\}/g, (_, name, greedy) => (greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`));
  const match = new RegExp(`^${source}$`).exec(path);
  return match ? { ...match.groups } : undefined;
}
