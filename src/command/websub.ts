import { createWebsub } from '../channel/websub/websub.ts';
import type { Fanout } from '../fanout/run.ts';
import { runWebsub } from '../fanout/websub/run.ts';
import { topicsOf } from '../http/websub/topics.ts';
import type { Hub } from '../hub.ts';

/** The WebSub hub of this process. */
export const startWebsub = (hub: Hub): Fanout =>
  runWebsub(hub, createWebsub({ allow: hub.config.websubAllow }), topicsOf(hub));
