export { FeedMessage, feedPath } from './feed.ts';
export { Problem } from './problem.ts';
export { type BodyOf, type ResponseOf, type Route, route } from './route.ts';
export { InstantIn, InstantOut, LocalDateIn, LongText, PlaceId, ReasonText, ShortText, Slug, Uuid } from './schemas.ts';
export { commonRefusals, fieldMessages } from './texts.nb.ts';
