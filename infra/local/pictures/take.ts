/**
 * `npm run pictures`: plays the sample story on a local cloud of its own and takes pictures of what people see:
 * mails, pages and, where LibreOffice is installed, the documents.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startWithInbox } from '../start.ts';
import { beginsAt } from '../story/cast.ts';
import { applySampleRegime, playSampleStory } from '../story/sample.ts';
import { Album } from './album.ts';
import { type Camera, openCamera } from './camera.ts';
import { pictureDesk } from './desk.ts';
import { pictureDocuments } from './documents.ts';
import { pictureMails } from './mails.ts';
import { picturePages } from './pages.ts';

const wanted = process.argv.slice(2);
/** `npm run pictures -- mails` takes those alone: while something is being built, the others would only wait. */
const isWanted = (what: string) => wanted.length === 0 || wanted.includes(what);

// The desk is taken when it is asked for: its pictures are kept nowhere.
if (wanted.includes('desk')) await withCamera(pictureDesk);
if (['mails', 'pages', 'documents'].some(isWanted)) await pictureStory();

async function pictureStory(): Promise<void> {
  const album = new Album(import.meta.dirname);
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  try {
    const cloud = await startWithInbox({
      folder: join(folder, 'cloud'),
      port: 0,
      firstNow: beginsAt,
      links: applySampleRegime,
    });
    try {
      const complete = await playSampleStory(cloud, join(folder, 'cloud'), (line) => console.log(line));
      if (!complete)
        throw new Error('the story stopped half-way: pictures of it would show what never happened');
      await cloud.idle();
      await withCamera(async (camera) => {
        if (isWanted('mails')) await pictureMails(cloud, camera, album);
        if (isWanted('pages')) await picturePages({ cloud, folder: join(folder, 'cloud'), camera, album });
      });
      if (isWanted('documents')) await pictureDocuments(cloud, join(folder, 'documents'), album);
    } finally {
      await cloud.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  for (const { name, bytes } of album.taken) {
    console.log(
      `${relative(process.cwd(), album.fileOf(name)).padEnd(52)} ${(bytes / 1000).toFixed(0).padStart(4)} KB`,
    );
  }
  const total = album.taken.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${album.taken.length} pictures, ${(total / 1000).toFixed(0)} KB`);
  for (const { name, why } of album.leftOut) console.log(`left out: ${name}: ${why}`);
}

async function withCamera(take: (camera: Camera) => Promise<void>): Promise<void> {
  const camera = await openCamera();
  try {
    await take(camera);
  } finally {
    await camera.close();
  }
}
