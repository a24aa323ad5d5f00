import type { Hub } from '../hub.ts';

/** What wrangler.toml binds, beside the settings, which are texts. */
export type Bindings = {
  HYPERDRIVE: { connectionString: string };
  ORDINARY: WakeQueue;
  URGENT: WakeQueue;
  /** Which deployment this is. */
  DEPLOYMENT: { id: string };
  /** Of the request that is answered, given by `fetch`. */
  hub?: Hub;
} & Record<string, unknown>;

/** A message has nothing to say but why it came. */
export type WakeUp = { why: 'decided' | 'more' | 'round' };

type WakeQueue = {
  send(body: WakeUp, options?: { delaySeconds?: number }): Promise<unknown>;
};

/** What Workers give an invocation to work with after its answer. */
export type Invocation = { waitUntil(work: Promise<unknown>): void };
