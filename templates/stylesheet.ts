import { assetPath } from './asset-path.ts';
import { consoleStyle } from './console/style.ts';

/**
 * The one stylesheet of every page: readable from 320 pixels, on paper, in the dark and without colours.
 * Every pair of text and background has a contrast of at least 7:1, every border of a control at least 3:1.
 */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ink: #14171f;
  --paper: #ffffff;
  --shade: #eef1f6;
  --line: #6b7280;
  --link: #0b3d91;
  --urgent-ink: #ffffff;
  --urgent: #8f0d0d;
  --warn-ink: #14171f;
  --warn: #fff1c2;
  --added: #d8f5df;
  --removed: #ffe0dd;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f2f4f8;
    --paper: #10131a;
    --shade: #1d222d;
    --line: #949db0;
    --link: #a9c7ff;
    --urgent-ink: #1a0000;
    --urgent: #ffb3ad;
    --warn-ink: #fff6d8;
    --warn: #463800;
    --added: #0f3d1e;
    --removed: #561512;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
body > header, body > nav, main, body > footer { max-width: 62rem; margin: 0 auto; padding: 0.75rem 1rem; }
body > header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; justify-content: space-between; border-bottom: 0.25rem solid var(--link); }
body > header .name { font-size: 1.25rem; font-weight: 700; color: var(--ink); text-decoration: none; }
body > header ul, body > footer ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
body > footer { margin-top: 3rem; border-top: 1px solid var(--line); }
main { min-height: 50vh; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.2; margin: 1.75rem 0 0.5rem; }
h1 { font-size: 1.75rem; margin-top: 1rem; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
p, ul, ol, dl, table { margin: 0.5rem 0 1rem; }
p, li, dd { max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
.skip { position: absolute; left: 0.5rem; top: -10rem; padding: 0.75rem 1rem; background: var(--paper); border: 2px solid var(--link); z-index: 1; }
.skip:focus { top: 0.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { font-size: 0.9rem; }
.text { white-space: pre-line; }
.tag { display: inline-block; border: 2px solid var(--ink); border-radius: 0.2rem; padding: 0 0.45rem; font-weight: 700; font-size: 0.9rem; white-space: nowrap; }
.tag.urgent { background: var(--urgent); border-color: var(--urgent); color: var(--urgent-ink); }
.tag.withdrawn { border-style: dashed; }
.banner { margin: 1rem 0; padding: 0.75rem 1rem; border-left: 0.5rem solid var(--ink); background: var(--warn); color: var(--warn-ink); }
.banner > :first-child { margin-top: 0; }
.banner > :last-child { margin-bottom: 0; }
.banner a { color: inherit; }
.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.35rem 1.25rem; }
.facts dt { font-weight: 700; }
.facts dd { margin: 0; }
.entries { list-style: none; padding: 0; }
.entries > li { max-width: none; padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
.entries h2, .entries h3 { margin: 0.25rem 0; font-size: 1.15rem; }
.entries p { margin: 0.25rem 0; }
.entries dt { font-weight: 700; margin-top: 0.4rem; }
.entries dd { margin: 0 0 0 1.5rem; }
.entries ins, .entries del { text-decoration-thickness: 2px; }
ins { background: var(--added); color: var(--ink); text-decoration: underline; }
del { background: var(--removed); color: var(--ink); text-decoration: line-through; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); }
.wide { position: relative; overflow-x: auto; }
.wide table { width: max-content; min-width: 100%; overflow-wrap: break-word; }
.wide th, .wide td { max-width: 18rem; padding-right: 1rem; }
.wide ol { margin: 0; padding-left: 1.25rem; }
th .quiet { font-weight: 400; }
a[href^="tel:"] { white-space: nowrap; }
pre { white-space: pre-wrap; background: var(--shade); padding: 0.75rem; }
form { max-width: 46rem; }
summary { padding: 0.5rem 0; color: var(--link); text-decoration: underline; cursor: pointer; }
fieldset { border: 1px solid var(--line); padding: 0.75rem 1rem; margin: 0 0 1rem; }
legend { font-weight: 700; padding: 0 0.35rem; }
label { display: block; padding: 0.35rem 0; }
label:has(> input:is([type=radio], [type=checkbox])) { padding-left: 1.95rem; text-indent: -1.95rem; }
input[type=radio], input[type=checkbox] { width: 1.35rem; height: 1.35rem; margin: 0 0.6rem 0 0; vertical-align: -0.25rem; accent-color: var(--link); }
input[type=text], input[type=password], input[type=search], select, textarea { display: block; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.65rem; font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--line); border-radius: 0.2rem; }
button, .button { display: inline-block; min-height: 2.75rem; padding: 0.5rem 1.25rem; font: inherit; font-weight: 700; color: var(--paper); background: var(--link); border: 2px solid var(--link); border-radius: 0.2rem; cursor: pointer; text-decoration: none; }
.error { border-left: 0.35rem solid var(--urgent); padding-left: 0.75rem; font-weight: 700; }
.pages { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; padding: 0; }
@media (max-width: 34rem) {
  .facts { display: block; }
  .wide th, .wide td { max-width: 11rem; }
  .facts dd { margin: 0 0 0.6rem; }
  h1 { font-size: 1.45rem; }
}
@media print {
  .skip, body > header ul, body > footer, .pages, form { display: none; }
  body { background: #fff; color: #000; }
  a { color: inherit; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; }
  .entries > li { break-inside: avoid; }
}
${consoleStyle}`.trimStart();

/** Its address. */
export const stylesheetPath = assetPath('style.css', stylesheet);
