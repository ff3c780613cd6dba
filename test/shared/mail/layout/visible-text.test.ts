import { describe, expect, it } from 'vitest';
import { html } from '../../../../shared/mail/layout/html.ts';
import { cut, oneLine, shortFileName, visible } from '../../../../shared/mail/layout/visible-text.ts';

describe('visible text', () => {
  it('is NFC and carries nothing that cannot be seen', () => {
    expect(visible('ba\u0301o ca\u0301o\u0000\u202e\u200b')).toBe('báo cáo');
    expect(visible('a\r\nb\rc\td')).toBe('a\nb\nc\td');
    expect(visible('a\ud800b')).toBe('a\ufffdb');
  });

  it('fits one line', () => {
    expect(oneLine('  a\r\nBcc: x\u2028  b ')).toBe('a Bcc: x b');
  });

  it('is cut at a word, with a sign that something is missing', () => {
    expect(cut('một hai ba', 10)).toBe('một hai ba');
    expect(cut('một hai ba bốn năm', 12)).toBe('một hai ba…');
    expect([...cut('x'.repeat(50), 10)]).toHaveLength(10);
  });
});

describe('a file name', () => {
  it('keeps its end when it is shortened', () => {
    const short = shortFileName(`${'rất dài '.repeat(20)}cuối cùng.docx`);
    expect([...short]).toHaveLength(64);
    expect(short).toMatch(/….*cuối cùng\.docx$/);
  });

  it('shows a disguised ending as it is', () => {
    expect(shortFileName('bao cao \u202excod.exe')).toBe('bao cao xcod.exe');
  });
});

describe('html`…`', () => {
  it('escapes what it is given, in text and in attributes', () => {
    const hostile = '"><script>\'&';
    expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</a>',
    );
  });

  it('takes its own markup, lists, numbers and nothing', () => {
    expect(html`${[html`<b>1</b>`, 2]}${null}${false}`.markup).toBe('<b>1</b>2');
  });
});
