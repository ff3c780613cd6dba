import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { knownFileIn } from '../../../../../shared/reading/open/other-kinds/known-files.ts';
import { officeZip, zipOf } from '../zip/office-zip.ts';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));

const lockFile = (name: string, size: number) => {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set([name.length, ...latin(name)]);
  return bytes;
};

describe('a file that is no report', () => {
  it.each<[string, Uint8Array, string]>([
    ['an archive (rar)', latin('Rar!\x1a\x07\x01\x00'), 'OTHER_ARCHIVE'],
    ['an archive (7z)', latin('7z\xbc\xaf\x27\x1c'), 'OTHER_ARCHIVE'],
    ['an archive (gz)', latin('\x1f\x8b\x08\x00'), 'OTHER_ARCHIVE'],
    ['an archive (tar)', latin(`${'\0'.repeat(257)}ustar`), 'OTHER_ARCHIVE'],
    [
      'a stub of Google Drive',
      utf8('{"url":"https://docs.google.com/spreadsheets/d/x","doc_id":"x"}'),
      'LINK',
    ],
    ['a shortcut', utf8('[InternetShortcut]\r\nURL=https://vd.vn'), 'LINK'],
    ['a shortcut of Windows', latin('L\0\0\0\x01\x14\x02\0\0\0'), 'LINK'],
    ['a shortcut of a Mac', utf8('<?xml version="1.0"?>\n<!DOCTYPE plist><plist><key>URL</key>'), 'LINK'],
    ['an address alone', utf8('Báo cáo: https://drive.google.com/file/d/1/view\r\n'), 'LINK'],
    [
      'a mail that its writer kept',
      utf8('Content-Type: text/plain\nMIME-Version: 1.0\nFrom: a\nTo: b\n\nc'),
      'MAIL',
    ],
    ['a mail with a report', utf8('From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n\n--x'), 'MAIL'],
    ['a mail under long seals', utf8(`ARC-Seal: ${'x'.repeat(6000)}\nReceived: a\nFrom: b\nTo: c`), 'MAIL'],
    ['a box of mails', utf8('From a@b.vn Mon Apr 1\nFrom: a\nTo: b\nSubject: c\n\nd,e\nf,g\n'), 'MAIL'],
    ['a mail', utf8('Return-Path: <a@b>\r\nFrom: a\r\nSubject: b\r\n\r\nc'), 'MAIL'],
    ['a draft of a mail', utf8('From: a\r\nTo: b\r\nSubject: c\r\nDate: d\r\n\r\ne'), 'MAIL'],
    ['an attachment of Outlook', latin('\x78\x9f\x3e\x22\x01'), 'MAIL'],
    [
      'a page saved with its pictures',
      utf8('From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n'),
      'WEB_PAGE',
    ],
    ['a workbook saved as a page', utf8('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n'), 'WEB_PAGE'],
    ['a page', utf8('\ufeff <!-- x --> <html>'), 'WEB_PAGE'],
    ['a page in UTF-16', wide('\ufeff<html xmlns:x="urn">'), 'WEB_PAGE'],
    ['a page in UTF-16 without a mark', wide('<table>'), 'WEB_PAGE'],
    ['a page behind a prolog', utf8('<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html><html>'), 'WEB_PAGE'],
    ['the middle of a page', utf8('<center><table><tr><td>1</td></tr></table></center>'), 'WEB_PAGE'],
    ['a workbook of Excel 2003', utf8('<?xml version="1.0"?>\n<Workbook xmlns="urn">'), 'XML_DATA'],
    ['a video', latin('\0\0\0\x20ftypisom'), 'RECORDING'],
    ['a recording of a telephone', latin('#!AMR\n'), 'RECORDING'],
    ['a program', latin('MZ\x90\0\x03\0\0\0'), 'PROGRAM_FILE'],
    ['a sheet of Multiplan', utf8('ID;PSCALC3\r\nC;X1;Y1;K"A01"'), 'PROGRAM_FILE'],
    ['a drawing of AutoCAD', latin('AC1027\0'), 'PROGRAM_FILE'],
    [
      'a signature around a file',
      latin('0\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02'),
      'PROGRAM_FILE',
    ],
    ['what Windows keeps in a folder', utf8('[.ShellClassInfo]\r\nIconResource=x'), 'SYSTEM_FILE'],
    ['what a Mac keeps beside a file', latin('\0\x05\x16\x07\0\x02'), 'SYSTEM_FILE'],
    ['a text of Notepad', utf8('Kính gửi Văn phòng, đơn vị báo cáo như sau.'), 'PLAIN_TEXT'],
    ['nothing but blanks', utf8('\r\n \r\n'), 'FILE_EMPTY'],
    ['room made for a copy that never came', new Uint8Array(600), 'FILE_EMPTY'],
    ['an archive without its beginning', zipOf({ 'a.xlsx': 'x' }).subarray(9), 'ZIP_DAMAGED'],
    ['a photograph', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'PICTURE'],
    ['a picture of the screen', latin('\x89PNG\r\n\x1a\n'), 'PICTURE'],
    ['a picture', latin('RIFF\0\0\0\0WEBPVP8 '), 'PICTURE'],
    ['a drawing', utf8('<svg xmlns="x">'), 'PICTURE'],
    ['what Word keeps beside a document', lockFile('Nguyen Van A', 162), 'LOCK_FILE'],
    ['what Excel keeps beside a workbook', lockFile('A', 165), 'LOCK_FILE'],
    ['what LibreOffice keeps beside a file', utf8(',An,may,01.02.2024 10:00,file:///home;'), 'LOCK_FILE'],
  ])('may be %s', async (_, bytes, code) => {
    await expect(openDocument(bytes)).rejects.toMatchObject({ code });
  });

  it.each<[string, Uint8Array]>([
    ['a table', utf8('Mã,Chỉ tiêu,Trong kỳ\nA01,Số văn bản,7')],
    ['a table that speaks of dates and subjects', utf8('Date: 2024,x\nSubject: y,z')],
    ['a short table of a lock file’s size', utf8(`Mã;Số\n${'A01;7\n'.repeat(30)}`).subarray(0, 165)],
    ['a table that begins like a sheet of Multiplan', utf8('ID;Phòng;Số\n1;Kế hoạch;7')],
    ['nothing', new Uint8Array()],
  ])('is not to be seen in %s', (_, bytes) => {
    expect(knownFileIn(bytes)).toBeNull();
  });

  it('may hold nothing that says what it is', async () => {
    const bytes = latin('\xff'.repeat(64));
    await expect(openDocument(bytes)).rejects.toMatchObject({ code: 'FILE_UNKNOWN' });
  });

  it.each([
    ['of pictures', { 'a.jpg': 'x', 'b.PNG': 'y' }, 'PICTURE'],
    ['of recordings', { 'a.mp4': 'x' }, 'RECORDING'],
    ['of a print', { 'FixedDocSeq.fdseq': 'x', '[Content_Types].xml': 'y' }, 'PROGRAM_FILE'],
    ['of a program', { 'AndroidManifest.xml': 'x', 'classes.dex': 'y' }, 'PROGRAM_FILE'],
    ['of slides', { mimetype: 'application/vnd.oasis.opendocument.presentation' }, 'PRESENTATION'],
    ['of a database', { mimetype: 'application/vnd.oasis.opendocument.base' }, 'PROGRAM_FILE'],
    ['of Pages before 2013', { 'index.xml': 'x', 'QuickLook/Preview.pdf': '%PDF-1.4' }, 'APPLE_FILE'],
  ])('may be an archive %s', async (_, parts, code) => {
    await expect(openDocument(zipOf(parts))).rejects.toMatchObject({ code });
  });

  it('may be one of Pages or Numbers, whatever picture of itself lies in it', async () => {
    const pages = zipOf({ 'Index/Document.iwa': 'x', 'QuickLook/Preview.pdf': '%PDF-1.4' });
    await expect(openDocument(pages)).rejects.toMatchObject({ code: 'APPLE_FILE' });
    await expect(openDocument(zipOf({ 'Index.zip': 'x', 'preview.jpg': 'y' }))).rejects.toMatchObject({
      code: 'APPLE_FILE',
    });
  });

  it.each([
    ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'BINARY_WORKBOOK'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'PRESENTATION'],
  ])('may be an office file of another kind: %s', async (type, code) => {
    const bytes = officeZip('xl/main.bin', type, { 'xl/main.bin': 'x' });
    await expect(openDocument(bytes)).rejects.toMatchObject({ code });
  });
});
