import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../src/advisory/language.ts';
import { stylesheetPath } from './stylesheet.ts';

type DocumentProps = {
  language: Language;
  title: string;
  /** What else the head holds. */
  head?: Child;
  children?: Child;
};

/** The bare HTML of every page: its language, its title, the one stylesheet. */
export function Document({ language, title, head, children }: DocumentProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <link rel="stylesheet" href={stylesheetPath} />
          {head}
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
