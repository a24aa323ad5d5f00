import { createDocument } from '../../../src/http/api/document.ts';
import { resources } from '../../../src/http/api/routes.ts';

// The document as an installation serves it, for the linter: it needs neither settings nor a database.
const about = { publicUrl: 'https://hub.example', csirtName: 'CSIRT', email: 'csirt@hub.example' };
process.stdout.write(`${JSON.stringify(createDocument(resources, about), null, 2)}\n`);
