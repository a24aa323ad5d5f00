import { allowedForm, channelCeilings } from '../audience/ceiling.ts';
import { kinds } from '../audience/kind.ts';
import type { Sql } from '../database/connect.ts';
import type { Line } from './line.ts';
import type { Subject } from './subject.ts';

/** The TLP wall as a table: the pure function's answer for every case that a row can be. */
export function listForms(sql: Sql, subject: Subject, lines: Line[]) {
  const flags = [true, false];
  // A key opens RED and nothing else: below it, the query asks for none.
  const encryptions = subject.tlp === 'RED' ? flags : [false];
  const rows = lines.flatMap(({ position, audienceCeiling, pointerAbove }) =>
    Object.keys(channelCeilings).flatMap((channel) =>
      kinds.flatMap((owner) =>
        flags.flatMap((own_use) =>
          flags.flatMap((organisation_within) =>
            flags.flatMap((address_within) =>
              encryptions.map((encrypted) => {
                const form = allowedForm({
                  tlp: subject.tlp,
                  channel,
                  owner,
                  ownUse: own_use,
                  organisationWithin: organisation_within,
                  addressWithin: address_within,
                  encrypted,
                  // Where it is told per organisation, the query folds it into `address_within`: both say how, not who.
                  audienceCeiling: audienceCeiling ?? 'RED',
                  pointerAbove,
                });
                return {
                  position,
                  channel,
                  owner,
                  own_use,
                  organisation_within,
                  address_within,
                  encrypted,
                  form,
                };
              }),
            ),
          ),
        ),
      ),
    ),
  );
  return sql`
    SELECT * FROM jsonb_to_recordset(${sql.json(rows.filter((row) => row.form !== null))}::jsonb)
      AS f (position smallint, channel text, owner kind, own_use boolean,
            organisation_within boolean, address_within boolean, encrypted boolean, form form)`;
}
