import type { DeliveryError } from '../../errors.ts';
import type { Finished } from '../channel.ts';
import type { Relay } from './relay.ts';

/** A message on its way through the transport. Exactly one of `taken`, `failed` and `again` is called at a time. */
export type Task = {
  message: Finished;
  urgent: boolean;
  /** Calls back when its text may leave. */
  whenRoom(go: () => void): void;
  /** On the clock of `performance.now()`. */
  deadline: number;
  /** Relays that could not be opened for it. */
  tried: Relay[];
  /** The relay has it; its words. */
  taken(words: string): void;
  failed(error: DeliveryError): void;
  /** It never left: another session may have it. */
  again(): void;
};
