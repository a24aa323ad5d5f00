import type { Endpoint } from '../../channel/webhook/webhook.ts';
import type { Hub } from '../../hub.ts';
import { unseal } from '../../operator/sealed.ts';

type Row = { form: Endpoint['form']; secret: string; previousSecret: string | null };

/**
 * How an endpoint is written to, and with which secrets: the newest first, and for a day the one before. Null where nobody
 * asked to be told, or the address is out of use.
 */
export async function findEndpoint(hub: Hub, addressId: number): Promise<Endpoint | null> {
  const [row] = await hub.sql<Row[]>`
    SELECT w.form, w.secret, CASE WHEN w.previous_until > clock_timestamp() THEN w.previous_secret END AS previous_secret
    FROM webhooks w JOIN addresses a ON a.id = w.address_id
    WHERE w.address_id = ${addressId} AND a.disabled_at IS NULL`;
  if (!row) return null;
  const sealed = [row.secret, row.previousSecret].filter((text) => text !== null);
  const secrets = await Promise.all(sealed.map((text) => unseal(hub, text)));
  const known = secrets.filter((secret) => secret !== null);
  return known.length === 0 ? null : { form: row.form, secrets: known };
}
