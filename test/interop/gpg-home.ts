import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** GnuPG with a keyring of its own until the test ends; it shares no code with the hub. */
export function openGpg() {
  const home = mkdtempSync(join(tmpdir(), 'semafoor-gpg-'));
  onTestFinished(() => {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' });
    rmSync(home, { recursive: true, force: true });
  });
  return {
    /** Keeps a text of ASCII as a file, byte for byte. */
    keep(name: string, text: string): string {
      writeFileSync(join(home, name), text, 'latin1');
      return join(home, name);
    },
    /** What it wrote, what it says of it (`GOODSIG`, `DECRYPTION_OKAY`, …), and how it ended. */
    gpg(...words: string[]) {
      const { status, stdout, stderr } = spawnSync(
        'gpg',
        ['--homedir', home, '--batch', '--status-fd', '2', ...words],
        { encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] },
      );
      return { code: status, out: stdout, says: stderr };
    },
  };
}

/** The parts of a multipart as they stand in the message, found by its boundary alone (RFC 2046 §5.1.1). */
export function partsOf(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const [, boundary] = /^Content-Type: multipart\/.*boundary="([^"]+)"/m.exec(head) ?? [];
  return raw
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .map((part) => part.slice(2));
}

export const bodyOf = (part = '') => part.slice(part.indexOf('\r\n\r\n') + 4);

/** What can be read without a key: any three letters come by in a long armored block, by chance. */
export const withoutArmor = (raw: string) =>
  raw.replace(/-----BEGIN PGP ([A-Z]+)-----.*?-----END PGP \1-----/gs, '');
