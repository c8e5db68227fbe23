export { FeedMessage, feedPath } from './feed.ts';
export { Problem } from './problem.ts';
export { type ResponseOf, type Route, route } from './route.ts';
export { CodeText, InstantIn, InstantOut, LocalDateIn, LongText, PlaceId, ReasonText, ShortText, Slug, Text, Uuid } from './schemas.ts';
export { commonRefusals, fieldMessages } from './texts.nb.ts';
