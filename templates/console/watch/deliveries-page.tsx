import type { ListedDelivery } from '../../../src/fanout/list-deliveries.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import { deliveryStates } from '../../../src/fanout/state.ts';
import { Moment } from '../../moment.tsx';
import { SelectField } from '../choice-field.tsx';
import { TextField } from '../field.tsx';
import { unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { reasonInWords } from '../left-out.ts';
import { Table } from '../table.tsx';
import { dispatchName } from './name.ts';
import { deliveryWords } from './words.ts';

const words = {
  nl: {
    title: 'Leveringen',
    state: 'Stand',
    anyState: 'alle standen',
    channel: 'Kanaal',
    anyChannel: 'alle kanalen',
    search: 'Organisatie of contactpersoon',
    show: 'Tonen',
    recipient: 'Ontvanger',
    subscriber: 'een abonnee',
    address: 'Adres',
    form: { full: 'volledig', pointer: 'verwijzing' },
    tries: 'Pogingen',
    handed: 'Overhandigd',
    why: 'Reden of antwoord van de andere kant',
    none: 'Geen leveringen gevonden: kies een andere stand of zoek op iets anders.',
    next: 'Volgende',
    first: 'Van voren af aan',
  },
  en: {
    title: 'Deliveries',
    state: 'State',
    anyState: 'all states',
    channel: 'Channel',
    anyChannel: 'all channels',
    search: 'Organisation or contact',
    show: 'Show',
    recipient: 'Recipient',
    subscriber: 'a subscriber',
    address: 'Address',
    form: { full: 'in full', pointer: 'pointer' },
    tries: 'Tries',
    handed: 'Handed over',
    why: 'Reason, or the other side’s answer',
    none: 'No deliveries were found: choose another state or search for something else.',
    next: 'Next',
    first: 'From the beginning',
  },
};

type DeliveriesPageProps = {
  frame: Frame;
  dispatch: ListedDispatch;
  channels: string[];
  filter: { state: string; channel: string; search: string };
  deliveries: ListedDelivery[];
  /** The way to the next page. */
  next: string | null;
  isFirst: boolean;
};

/** What became of every message of a dispatch. */
export function DeliveriesPage(props: DeliveriesPageProps) {
  const { frame, dispatch, deliveries, next, isFirst } = props;
  const { language } = frame;
  const w = words[language];
  const path = `/console/dispatches/${dispatch.id}`;
  const head = [w.recipient, w.address, w.state, w.tries, w.handed, w.why];
  return (
    <ConsoleFrame
      {...frame}
      title={`${w.title}: ${dispatchName(dispatch, language)}`}
      here="dispatches"
    >
      <h1>{w.title}</h1>
      <p>
        <a href={path}>{dispatchName(dispatch, language)}</a>
      </p>
      <Filter {...props} />
      <Table
        id="deliveries"
        caption={w.title}
        head={head}
        empty={w.none}
        rows={deliveries.map((delivery) => <Row delivery={delivery} language={language} />)}
      />
      <p class="actions">
        {!isFirst && <a href={`${path}/deliveries`}>{w.first}</a>}
        {next && <a href={next}>{w.next}</a>}
      </p>
    </ConsoleFrame>
  );
}

function Row({ delivery, language }: { delivery: ListedDelivery; language: 'nl' | 'en' }) {
  const w = words[language];
  const { contact, organisations, channel, target, form, state, attempts, handedAt } = delivery;
  const bad = state === 'failed' || state === 'bounced';
  return (
    <tr>
      <th scope="row">
        {contact ?? w.subscriber}
        {organisations.length > 0 && (
          <>
            <br />
            <span class="quiet">{organisations.join(', ')}</span>
          </>
        )}
      </th>
      <td>
        {/* A subscriber's address is nobody's business here. */}
        {channel}
        {contact && `: ${target}`}
        <br />
        <span class="quiet">{w.form[form]}</span>
      </td>
      <td>
        {bad ? (
          <strong class="bad">{deliveryWords[language][state]}</strong>
        ) : (
          deliveryWords[language][state]
        )}
      </td>
      <td>{attempts}</td>
      <td>{handedAt && <Moment at={handedAt} language={language} />}</td>
      <td>{reasonInWords(delivery.detail ?? '', language)}</td>
    </tr>
  );
}

function Filter({ frame: { language }, dispatch, channels, filter }: DeliveriesPageProps) {
  const w = words[language];
  const filled = unsent('deliveries');
  const states = deliveryStates.map((state) => ({
    value: state,
    label: deliveryWords[language][state],
  }));
  return (
    <form class="search" method="get" action={`/console/dispatches/${dispatch.id}/deliveries`}>
      <SelectField
        filled={filled}
        path="state"
        label={w.state}
        options={[{ value: '', label: w.anyState }, ...states]}
        value={filter.state}
      />
      <SelectField
        filled={filled}
        path="channel"
        label={w.channel}
        options={[
          { value: '', label: w.anyChannel },
          ...channels.map((channel) => ({ value: channel, label: channel })),
        ]}
        value={filter.channel}
      />
      <TextField
        filled={filled}
        path="search"
        type="search"
        label={w.search}
        value={filter.search}
      />
      <FormFoot label={w.show} />
    </form>
  );
}
