import type { Tlp } from '../../src/advisory/tlp.ts';

/**
 * Inline, since mail readers drop style sheets; the few rules for a dark screen stand in the head and are not needed.
 * Every colour comes with its background, so that a reader which turns one of them turns both.
 */
export const style = {
  body: 'margin:0;padding:0;background-color:#ffffff;color:#1b1f24;',
  page: 'max-width:640px;margin:0 auto;padding:16px;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere;background-color:#ffffff;color:#1b1f24;',
  title: 'margin:16px 0;font-size:22px;line-height:1.3;',
  heading: 'margin:28px 0 8px;font-size:18px;line-height:1.3;',
  topHeading: 'margin:0 0 8px;font-size:18px;line-height:1.3;',
  prose: 'margin:0 0 12px;',
  list: 'margin:0 0 12px;padding-left:24px;',
  item: 'margin:0 0 6px;',
  facts: 'margin:0 0 16px;',
  name: 'margin:8px 0 0;font-weight:bold;',
  value: 'margin:0;',
  link: 'color:#154273;text-decoration:underline;',
  box: 'margin:0 0 16px;padding:12px 16px 4px;border-left:6px solid #154273;background-color:#eef3f8;color:#1b1f24;',
  loud: 'margin:0 0 16px;padding:12px 16px 4px;border-left:6px solid #b3261e;background-color:#fdeceb;color:#1b1f24;',
  button: 'margin:4px 0 12px;border-collapse:separate;border-spacing:0;',
  cell: 'padding:0;border-radius:4px;background-color:#154273;',
  press:
    'display:inline-block;padding:12px 20px;border:1px solid #154273;border-radius:4px;background-color:#154273;color:#ffffff;font-weight:bold;text-decoration:none;',
  foot: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #8a929c;font-size:14px;',
  label: 'margin:0;',
};

/** FIRST TLP 2.0 gives each label its colour, on black. */
const colours: Record<Tlp, string> = {
  CLEAR: '#ffffff',
  GREEN: '#33ff00',
  AMBER: '#ffc000',
  'AMBER+STRICT': '#ffc000',
  RED: '#ff2b2b',
};

export const labelStyle = (tlp: Tlp) =>
  `display:inline-block;padding:2px 8px;background-color:#000000;color:${colours[tlp]};font-weight:bold;`;

export const darkRules = `@media (prefers-color-scheme:dark){
body,.page{background-color:#14181d!important;color:#f2f4f6!important}
.link{color:#9ecbff!important}
.box{background-color:#1f2a36!important;color:#f2f4f6!important;border-color:#9ecbff!important}
.loud{background-color:#3a1d1b!important;color:#f2f4f6!important;border-color:#ff8a80!important}
}`;
