import type { Language } from '../../../src/advisory/language.ts';
import type { ChannelProgress } from '../../../src/fanout/channel-progress.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import { standOf } from '../../../src/fanout/stand.ts';
import { workOf } from '../../../src/fanout/work.ts';
import { audienceName, dispatchName } from './name.ts';
import { standWords, words } from './words.ts';

export type Progressing = { dispatches: ListedDispatch[]; channels: ChannelProgress[] };
type Props = Progressing & { language: Language };

/** How every dispatch is getting on, by channel; its rows are what the live page replaces. */
export function ProgressTable(props: Props) {
  const w = words[props.language];
  return (
    <section class="wide" aria-labelledby="progress-caption" tabindex={0}>
      <table>
        <caption id="progress-caption">{w.perChannel}</caption>
        <thead>
          <tr>
            <th scope="col">{w.dispatch}</th>
            <th scope="col">{w.channel}</th>
            <th scope="col">{w.done}</th>
            <th scope="col">{w.sent}</th>
            <th scope="col">{w.failed}</th>
            <th scope="col">{w.stopped}</th>
            <th scope="col">{w.skipped}</th>
            <th scope="col">{w.open}</th>
            <th scope="col">{w.pace}</th>
          </tr>
        </thead>
        <tbody data-part="progress">
          <ProgressRows {...props} />
        </tbody>
      </table>
    </section>
  );
}

/** One row per dispatch and channel. */
export function ProgressRows({ dispatches, channels, language }: Props) {
  return (
    <>
      {dispatches.map((dispatch) => {
        const own = channels.filter(({ dispatchId }) => dispatchId === dispatch.id);
        return own.length === 0 ? (
          <tr>
            <Name dispatch={dispatch} language={language} rows={1} />
            <td colspan={8}>{words[language].nothing}</td>
          </tr>
        ) : (
          own.map((channel, index) => (
            <tr>
              {index === 0 && <Name dispatch={dispatch} language={language} rows={own.length} />}
              <Numbers
                channel={channel}
                running={standOf(dispatch) === 'running'}
                language={language}
              />
            </tr>
          ))
        );
      })}
    </>
  );
}

type NameProps = { dispatch: ListedDispatch; language: Language; rows: number };

function Name({ dispatch, language, rows }: NameProps) {
  const stand = standOf(dispatch);
  const loud = stand === 'paused' || stand === 'stopping';
  return (
    <th scope="row" rowspan={rows}>
      <a href={`/console/dispatches/${dispatch.id}`}>{dispatchName(dispatch, language)}</a>
      <br />
      <span class="quiet">{audienceName(dispatch, language)}</span>{' '}
      <span class={loud ? 'tag urgent' : 'tag'}>{standWords[language][stand]}</span>
    </th>
  );
}

type NumbersProps = { channel: ChannelProgress; running: boolean; language: Language };

function Numbers({ channel, running, language }: NumbersProps) {
  const w = words[language];
  const { sent, delivered, bounced, failed, cancelled, open } = channel;
  const arrived = sent + delivered;
  const lost = failed + bounced;
  const { done, all } = workOf(channel);
  const label = w.of(done, all);
  return (
    <>
      <td>{channel.channel}</td>
      <td>
        <progress max={Math.max(1, all)} value={all === 0 ? 1 : done} aria-label={label} />
        <br />
        {label}
      </td>
      <td>{arrived}</td>
      <td>{lost > 0 ? <strong class="bad">{lost}</strong> : 0}</td>
      <td>{cancelled}</td>
      <td>{channel.skipped}</td>
      <td>{open}</td>
      <td>{running && open > 0 && channel.rate > 0 ? paceInWords(channel, language) : '–'}</td>
    </>
  );
}

function paceInWords({ rate, open }: ChannelProgress, language: Language): string {
  const shown = rate.toLocaleString(language, { maximumFractionDigits: rate < 10 ? 1 : 0 });
  return words[language].perSecond(shown, timeLeft(open, rate, language));
}

/** How long what is open takes at this rate, in words that do not pretend to be exact. */
export function timeLeft(open: number, rate: number, language: Language): string {
  const w = words[language];
  if (rate <= 0) return '–';
  const seconds = Math.ceil(open / rate);
  if (seconds < 90) return w.seconds(seconds);
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? w.minutes(minutes) : w.hours(Math.ceil(minutes / 60));
}
