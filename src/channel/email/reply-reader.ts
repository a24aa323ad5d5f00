/** What a server answered: the code, 0 where the line was none (RFC 5321 §4.2), and all of its words on lines. */
export type Reply = { code: number; words: string };

/** No reply of a server that means well is longer. */
const mostCharacters = 65_536;

/**
 * Cuts what a socket brings into replies, several lines of one code being one reply. The promise of a reply is kept in
 * the order of the commands; words are UTF-8, as RFC 6531 allows.
 * @throws Error when the server does not come to the end of a reply
 */
export function createReplyReader(onReply: (reply: Reply) => void): (chunk: Buffer) => void {
  let rest = '';
  let lines: string[] = [];
  let length = 0;
  return function read(chunk) {
    // Latin 1 splits no character that arrives in two chunks.
    rest += chunk.toString('latin1');
    let from = 0;
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
      const line = rest.slice(from, at).replace(/\r$/, '');
      from = at + 1;
      lines.push(line);
      length += line.length;
      if (length > mostCharacters) break;
      if (/^\d{3}-/.test(line)) continue;
      const words = lines.join('\n');
      lines = [];
      length = 0;
      onReply({ code: codeOf(line), words: Buffer.from(words, 'latin1').toString('utf8') });
    }
    rest = rest.slice(from);
    if (length + rest.length > mostCharacters)
      throw new Error('The relay answered without end; the session was ended.');
  };
}

const codeOf = (line: string) => Number(/^\d{3}(?=[ ]|$)/.exec(line)?.[0] ?? 0);
