import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { BetterAuthOptions } from 'better-auth/types';
import { drizzle } from 'drizzle-orm/pg-proxy';
import {
  accounts,
  operators,
  sessions,
  twoFactors,
  verifications,
} from '../database/schema/operator.ts';
import type { Hub } from '../hub.ts';

const schema = {
  user: operators,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
};

type Row = Record<string, unknown> | null;
type Asked = { model: string; data?: Row; where?: { field: string; value: unknown }[] };

/**
 * The auth library's way to the database: drizzle over the hub's own connections, which drizzle's own driver for them
 * would change under our feet. Sessions keep a hash of their token, so the library, which compares tokens, is given
 * back the one that it asked with.
 */
export const storeOf = (hub: Hub) => (options: BetterAuthOptions) => {
  const db = drizzle(
    async (text, params) => ({ rows: await hub.sql.unsafe(text, params as never[]).values() }),
    { casing: 'snake_case' },
  );
  const store = drizzleAdapter(db, { provider: 'pg', schema })(options);
  const clear =
    <A extends Asked>(ask: (asked: A) => Promise<unknown>) =>
    async (asked: A) =>
      withToken(asked, (await ask(asked)) as Row);
  return {
    ...store,
    create: clear(store.create as (asked: Asked) => Promise<unknown>),
    findOne: clear(store.findOne as (asked: Asked) => Promise<unknown>),
    update: clear(store.update as unknown as (asked: Asked) => Promise<unknown>),
  } as typeof store;
};

function withToken({ model, data, where }: Asked, row: Row): Row {
  if (model !== 'session' || !row) return row;
  const token = data?.token ?? where?.find(({ field }) => field === 'token')?.value;
  return token ? { ...row, token } : row;
}
