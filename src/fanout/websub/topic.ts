/** A feed that is pushed to whoever subscribes to it (W3C WebSub). */
export type Topic = {
  /** Its path, by which subscriptions name it. */
  path: string;
  read(): Promise<Content>;
};

export type Content = {
  /** Names what there is to tell: another word of it is owed to every subscriber. */
  news: string;
  body: Uint8Array;
  type: string;
};

/** Where requests to subscribe go. */
export const websubPath = '/websub';

/** W3C WebSub §4: what names the hub and the topic, in the headers of the topic and of what is pushed. */
export const topicLinks = (publicUrl: string, path: string) =>
  `<${publicUrl}${websubPath}>; rel="hub", <${publicUrl}${path}>; rel="self"`;
