import { ExportQuery, exportPath } from '@vakthavende/contract/organisation';
import { fhirBundle, writeRegisterCsv, writeRegisterJson } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import { dayOf } from './place-names.ts';
import { contentOf, rowsOf } from './register-rows.ts';
import type { RegisterParts } from './routes.ts';

const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  fhir: 'application/fhir+json; charset=utf-8',
} as const;

/** A list as a file. JSON and CSV hold all that the register ever said; FHIR what holds on a day. */
export function exportRoutes(app: FastifyInstance, { registers, reader, now }: RegisterParts): void {
  app.get(exportPath, async (request, reply) => {
    await reader(request);
    const query = ExportQuery.parse(request.query, { reportInput: true });
    const register = await registers.of(query.list);
    const list = (await registers.lists()).find(({ id }) => id === register.list);
    const head = { list: register.list, title: list?.title, describes: list?.describes, sources: list?.sources };
    const rows = { list: register.list, ...contentOf(rowsOf(register.data)) };
    const on = query.on ?? dayOf(now());
    const text =
      query.format === 'json'
        ? writeRegisterJson(head, rows)
        : query.format === 'csv'
          ? writeRegisterCsv(head, rows)
          : `${JSON.stringify(fhirBundle(register.now, { date: on, now: now(), baseUrl: `${request.protocol}://${request.host}/fhir` }), null, 1)}\n`;
    const ending = query.format === 'csv' ? 'csv' : 'json';
    return reply
      .type(types[query.format])
      .header('content-disposition', `attachment; filename="${register.list}${query.format === 'fhir' ? `-fhir-${on}` : ''}.${ending}"`)
      .send(text);
  });
}
