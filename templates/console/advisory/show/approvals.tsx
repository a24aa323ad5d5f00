import type { Decision } from '../../../../src/advisory/decision.ts';
import type { Language } from '../../../../src/advisory/language.ts';
import { formatMoment, Moment } from '../../../moment.tsx';
import { showWords } from '../show-words.ts';

type ApprovalsProps = { approvals: readonly Decision[]; language: Language };

/** Who approved, when, with whose consent; one without a second pair of eyes is loud. */
export function Approvals({ approvals, language }: ApprovalsProps) {
  const w = showWords[language];
  if (approvals.length === 0) return <>{w.notApproved}</>;
  return (
    <>
      {approvals.map((approval) => (
        <div>
          {approval.operator}, <Moment at={approval.at} language={language} />{' '}
          {approval.breakGlass && (
            <>
              <span class="tag urgent">{w.breakGlass}</span> {approval.breakGlass}
            </>
          )}
          {approval.consents.map(({ office, saidBy, givenAt, means }) => (
            <div>
              {w.consent}: {office}
              {saidBy && ` (${saidBy})`}, {formatMoment(givenAt, language)}, {means}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
