import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';

describe('HTML', () => {
  it.each([
    ['</script><img src=x onerror=alert(1)>', '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['&quot; & &lt;', '&amp;quot; &amp; &amp;lt;'],
    [`" onload="alert(1)' x='`, '&quot; onload=&quot;alert(1)&#39; x=&#39;'],
    ['\u001b[31m\u0000\u202e\n', '\\u001b[31m\\u0000\\u202e\\n'],
    ['π ≤ 1 – 日本', 'π ≤ 1 – 日本'],
  ])('escapes %j', (text, shown) => {
    expect(String(html`<b title="${text}">${text}</b>`)).toBe(`<b title="${shown}">${shown}</b>`);
  });

  it('keeps its own words, numbers, and parts that are HTML', () => {
    const items = ['<', 'b'].map((item) => html`<li>${item}</li>`);
    expect(String(html`<ol start="${3}">${items}${html`<li/>`}</ol>`)).toBe(
      '<ol start="3"><li>&lt;</li><li>b</li><li/></ol>',
    );
  });
});
