import { customType, integer, pgEnum, timestamp } from 'drizzle-orm/pg-core';
import { choices, origins, responseStatuses } from '../../acknowledgement/choice.ts';
import { changes } from '../../advisory/change.ts';
import { languages } from '../../advisory/language.ts';
import { levels } from '../../advisory/risk.ts';
import { states } from '../../advisory/state.ts';
import { tlps } from '../../advisory/tlp.ts';
import { kinds } from '../../audience/kind.ts';
import { channelRules, reasons, requestKinds, sources } from '../../fanout/reason.ts';
import { deliveryStates } from '../../fanout/state.ts';

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true });
/** An identity column. */
export const id = () => integer().primaryKey().generatedAlwaysAsIdentity();
/** Raw bytes: hashes and signatures. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

// The enumerations of the words; their order is meaning where the noun's file says so (TLP, level, choice).
export const tlp = pgEnum('tlp', tlps);
export const level = pgEnum('level', levels);
export const change = pgEnum('change', changes);
export const state = pgEnum('state', states);
export const language = pgEnum('language', languages);
export const kind = pgEnum('kind', kinds);
export const reason = pgEnum('reason', reasons);
export const source = pgEnum('source', sources);
export const channelRule = pgEnum('channel_rule', channelRules);
export const requestKind = pgEnum('request_kind', requestKinds);
export const deliveryState = pgEnum('delivery_state', deliveryStates);
export const form = pgEnum('form', ['full', 'pointer']);
export const choice = pgEnum('choice', choices);
export const origin = pgEnum('origin', origins);
export const responseStatus = pgEnum('response_status', responseStatuses);
