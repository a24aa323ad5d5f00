import { expect, test } from 'vitest';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { publishIssue } from '../http/library.ts';
import { openTestHub } from '../support/hub.ts';
import { openGpg } from './gpg-home.ts';

// GnuPG, with which most readers check what they pull, and which shares no code with the hub.

test('gpg --verify takes the signatures of a document and of security.txt, and no other text', async () => {
  const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });
  const hub = await openTestHub({ openpgp: { key, passphrase: undefined } });
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001' });
  const app = createApp(() => hub);
  const read = async (path: string) => (await app.request(path)).text();
  const { gpg, keep } = openGpg();
  gpg('--import', keep('key.asc', await read('/csaf/openpgp-key.asc')));
  const [name = ''] = (await read('/csaf/white/index.txt')).split('\n');
  const document = await read(`/csaf/white/${name}`);
  const signature = keep('document.asc', await read(`/csaf/white/${name}.asc`));
  expect(gpg('--verify', signature, keep('document.json', document)).says).toContain('GOODSIG');
  const securityTxt = await read('/.well-known/security.txt');
  expect(gpg('--verify', keep('security.txt', securityTxt)).says).toContain('GOODSIG');
  const changed = keep('changed.json', document.replace('NCSC', 'NCSX'));
  expect(gpg('--verify', signature, changed)).toMatchObject({
    code: 1,
    says: expect.stringContaining('BADSIG'),
  });
});
