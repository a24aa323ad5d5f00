import { z } from '@hono/zod-openapi';
import type { Config } from '../../config.ts';
import type { About } from './document.ts';
import { operation, type Resource } from './operation.ts';

export const aboutOf = ({ publicUrl, csirtName, mail }: Config): About => ({
  publicUrl,
  csirtName,
  email: mail.from,
});

/** `/openapi.json`: the document itself is part of the API, and is open to all. */
export const documentResource = (create: (config: Config) => unknown): Resource => ({
  tag: 'Document',
  description: 'This document.',
  operations: [
    operation({
      method: 'get',
      path: '/openapi.json',
      id: 'getDocument',
      access: 'public',
      summary: 'The OpenAPI 3.1 document of this API',
      answer: z.looseObject({ openapi: z.string().openapi({ example: '3.1.0' }) }),
      handle: async ({ hub }) => create(hub.config) as { openapi: string },
    }),
  ],
});
