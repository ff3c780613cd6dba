/** What people send as a zip that is no report, told by the names in it. */
import type { KnownFile } from './known-files.ts';

interface Kind extends KnownFile {
  readonly holds: RegExp;
}

const byName: readonly Kind[] = [
  {
    holds: /(^|\/)(Index\/[^/]*\.iwa|Index\.zip|buildVersionHistory\.plist|index\.apxl(\.gz)?)$/i,
    seen: '.pages, .numbers',
    code: 'APPLE_FILE',
  },
  { holds: /^(AndroidManifest\.xml|META-INF\/MANIFEST\.MF)$/, seen: '.apk, .jar', code: 'PROGRAM_FILE' },
  { holds: /\.fdseq$/i, seen: '.xps', code: 'PROGRAM_FILE' },
  { holds: /^visio\/document\.xml$/i, seen: 'Visio (.vsdx)', code: 'PROGRAM_FILE' },
];

const PICTURE = /\.(jpe?g|jfif|png|gif|bmp|tiff?|webp|hei[cf])$/i;
const RECORDING = /\.(mp[34]|m4a|mov|avi|wav|amr|3gp|mkv)$/i;

/** @returns null for an office file, and for an archive of which nothing is known */
export function knownArchiveIn(names: readonly string[]): KnownFile | null {
  const kind = byName.find(({ holds }) => names.some((name) => holds.test(name)));
  if (kind) return { code: kind.code, seen: kind.seen };
  // Pages and Numbers of before 2013.
  if (names.includes('index.xml') && names.some((name) => name.startsWith('QuickLook/'))) {
    return { code: 'APPLE_FILE', seen: '.pages, .numbers' };
  }
  if (names.length === 0) return null;
  const seen = `.zip: ${names.slice(0, 3).join(', ')}`;
  if (names.every((name) => PICTURE.test(name))) return { code: 'PICTURE', seen };
  return names.every((name) => RECORDING.test(name)) ? { code: 'RECORDING', seen } : null;
}
