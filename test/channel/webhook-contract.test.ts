import { keepsTheContract } from './contract.ts';
import { openWebhookStage } from './webhook-stage.ts';

keepsTheContract(openWebhookStage, { shared: false });
