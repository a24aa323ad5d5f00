import { raw } from 'hono/html';
import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Link, Message, Part } from './part.ts';
import { type Piece, readProse } from './prose.ts';
import { darkRules, labelStyle, style } from './style.ts';

/** The letter as HTML: one column, headings, no image, no script, nothing that reports back. */
export function renderHtml(message: Message): string {
  const { language, subject, tlp, title, parts, foot } = message;
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{subject}</title>
        <style>{raw(darkRules)}</style>
      </head>
      <body style={style.body}>
        <div class="page" style={style.page}>
          <main>
            {tlp && <Label tlp={tlp} />}
            <h1 style={style.title}>{title}</h1>
            <Parts parts={parts} />
          </main>
          <footer style={style.foot}>
            <Parts parts={foot} />
            {tlp && <Label tlp={tlp} />}
          </footer>
        </div>
      </body>
    </html>
  );
  return `<!DOCTYPE html>\n${page}`;
}

function Label({ tlp }: { tlp: Tlp }) {
  return (
    <p style={style.label}>
      <span style={labelStyle(tlp)}>TLP:{tlp}</span>
    </p>
  );
}

function Parts({ parts, boxed = false }: { parts: Part[]; boxed?: boolean }) {
  return (
    <>
      {parts.map((part, index) => (
        <PartView part={part} atTop={boxed && index === 0} />
      ))}
    </>
  );
}

function PartView({ part, atTop }: { part: Part; atTop: boolean }) {
  switch (part.kind) {
    case 'heading':
      return <h2 style={atTop ? style.topHeading : style.heading}>{part.text}</h2>;
    case 'prose':
      return (
        <>
          {readProse(part.text).map((piece) => (
            <PieceView piece={piece} />
          ))}
        </>
      );
    case 'facts':
      return <Facts facts={part.facts} />;
    case 'list':
      return <List items={part.items} />;
    case 'links':
      return <Links links={part.links} />;
    case 'action':
      return <Action link={part.link} note={part.note} />;
    case 'box':
      return (
        <div class={part.loud ? 'loud' : 'box'} style={part.loud ? style.loud : style.box}>
          <Parts parts={part.parts} boxed />
        </div>
      );
  }
}

function PieceView({ piece }: { piece: Piece }) {
  if (piece.kind === 'list') return <List items={piece.items} />;
  return (
    <p style={style.prose}>
      {piece.lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}

function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <dl style={style.facts}>
      {facts.map(([name, value]) => (
        <>
          <dt style={style.name}>{name}</dt>
          <dd style={style.value}>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul style={style.list}>
      {items.map((item) => (
        <li style={style.item}>{item}</li>
      ))}
    </ul>
  );
}

function Links({ links }: { links: Link[] }) {
  return (
    <ul style={style.list}>
      {links.map(({ title, url }) => (
        <li style={style.item}>
          <a class="link" style={style.link} href={url}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

// A table, because Outlook for Windows gives only a cell its padding and colour.
function Action({ link, note }: { link: Link; note: string }) {
  return (
    <>
      <table role="presentation" style={style.button}>
        <tr>
          <td style={style.cell}>
            <a style={style.press} href={link.url}>
              {link.title}
            </a>
          </td>
        </tr>
      </table>
      <p style={style.prose}>{note}</p>
    </>
  );
}
