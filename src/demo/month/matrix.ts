import type { ImpactAnswers, LikelihoodAnswers, Matrix } from '../../advisory/matrix.ts';

/** What the first version answered: an unauthenticated attack from the internet, of which little is known. */
const atFirst: LikelihoodAnswers = {
  defaultConfiguration: 'unclear or yes',
  exploitCode: 'none',
  technicalDetails: 'some',
  access: 'internet',
  credentials: 'none',
  complexity: 'average',
  userInteraction: 'none',
  exploitedNow: 'no',
  exploitExpected: 'no',
  solution: 'none',
};

const impact: ImpactAnswers = {
  denialOfService: 'infrastructure service',
  codeExecution: 'user',
  remoteRights: 'user shell',
  privilegeEscalation: 'no',
  informationLeak: 'user data',
};

/** The fifteen answers of a version, as far as they differ from the first one's. */
export function matrix(changed: Partial<LikelihoodAnswers> = {}): Matrix {
  return { likelihood: { ...atFirst, ...changed }, impact };
}
