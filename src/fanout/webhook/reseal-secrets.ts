import type { Hub } from '../../hub.ts';
import { isFresh, seal, unseal } from '../../operator/sealed.ts';

type Row = { addressId: number; secret: string; previousSecret: string | null };

/**
 * Seals what an older key of LINK_KEYS sealed with the newest, so that the older one may go; a secret whose time is over is
 * forgotten. The promise is how many webhooks it was. One whose key is gone already stays as it is: it signs nothing, and
 * its partner replaces it.
 */
export async function resealSecrets(hub: Hub): Promise<number> {
  await hub.sql`
    UPDATE webhooks SET previous_secret = NULL, previous_until = NULL WHERE previous_until < clock_timestamp()`;
  const rows = await hub.sql<Row[]>`SELECT address_id, secret, previous_secret FROM webhooks`;
  let resealed = 0;
  for (const row of rows) {
    const secret = await freshened(hub, row.secret);
    const previous = row.previousSecret === null ? null : await freshened(hub, row.previousSecret);
    if (secret === row.secret && previous === row.previousSecret) continue;
    // Replaced meanwhile, it is fresh already.
    const { count } = await hub.sql`
      UPDATE webhooks SET secret = ${secret}, previous_secret = ${previous}
      WHERE address_id = ${row.addressId} AND secret = ${row.secret}
        AND previous_secret IS NOT DISTINCT FROM ${row.previousSecret}`;
    resealed += count;
  }
  return resealed;
}

async function freshened(hub: Hub, sealed: string): Promise<string> {
  if (await isFresh(hub, sealed)) return sealed;
  const text = await unseal(hub, sealed);
  return text === null ? sealed : seal(hub, text);
}
