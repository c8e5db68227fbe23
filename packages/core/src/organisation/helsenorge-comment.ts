import { type Finding, type FindingCode, found } from './helsenorge-finding.ts';
import { readPhone } from './helsenorge-phone.ts';

const field = 'OpeningHoursComment';

/**
 * What a comment may hide, by the words that the list of 2013 uses (bokmål and nynorsk). One comment may say several things.
 * Nothing here changes what was read: exceptions in words are for a person to resolve.
 */
const signs: readonly (readonly [FindingCode, RegExp])[] = [
  ['comment-phone-always', /(?:tele?s?fon|henvendelser|svarer).*(?:hele? døgnet|heile døgnet)|døgnopen|døgnbemannet telefon/i],
  ['comment-gp-daytime', /fastlege på dagtid|din fastlege/i],
  ['comment-outside-hours', /utenfor|utenom|utanom|øvrige|andre tider|etter kl|etter \d|kveld|\bnatt|ettermiddag|stengt/i],
  ['comment-hours', /\d{1,2}[.:]\d{2}|\bkl\b|hverdager|ukedager|(?<!også i )\bhelg|daglegevakt/i],
  ['comment-season-or-holiday', /sommer|vinter|høytid|helligdag|periode/i],
  [
    'comment-other-service',
    /legevakta? i |legevakten ved|samarbeid|interkommunal|AMK|sykestue|sentralbord|telefonsentral|(?:ring|kontakt) \p{Lu}\p{L}+|dekkes av|legevakt(?:s)?sentral|nattlegevakt/iu,
  ],
  ['comment-part-or-some-patients', /postnr|innbyggere|uten fastlege|for de som har|behandler ikke|skal henvende seg/i],
  ['comment-no-fixed-premises', /ingen fast lokalitet|vekslende lokaler|ulike steder|avtal(?:es|t) eventuelt oppmøte/i],
  // U+0080-U+009F: a dash of Windows-1252 read as Latin-1.
  ['comment-unreadable-character', /[\u0080-\u009f]/],
];

/** Seven to nine digits, alone or in groups; `08.00-23.00` and `1911 Flateby` are not. */
const phoneLike = /(?<![\d.:])\d(?: ?\d){6,8}(?![\d.:])/g;

export function commentFindings(text: string | null, ownNumbers: readonly string[], record: number): readonly Finding[] {
  if (text === null || text.trim() === '') return [];
  const findings: Finding[] = signs.filter(([, sign]) => sign.test(text)).map(([code]) => found(code, record, field, text));
  for (const [printed] of text.matchAll(phoneLike)) {
    const { number } = readPhone(printed.replaceAll(' ', ''));
    if (number === undefined) findings.push(found('comment-phone-wrong', record, field, printed));
    else if (!ownNumbers.includes(number)) findings.push(found('comment-other-phone', record, field, printed));
  }
  return findings.length > 0 ? findings : [found('comment-other', record, field, text)];
}
