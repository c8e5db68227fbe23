import { startApp } from '../../packages/server/src/app.ts';
import { demoGateway, loadDiagnoses } from '../../packages/server/src/contact/index.ts';
import { createPool } from '../../packages/server/src/platform/database.ts';
import { loadPack } from '../../packages/server/src/triage/index.ts';

/** A server of its own, to be killed: prints its address when it listens. */
const [databaseUrl = '', masterKey = ''] = process.argv.slice(2);
const app = await startApp({
  pool: createPool(databaseUrl, { max: 8 }),
  masterKey: Buffer.from(masterKey, 'base64'),
  exchangeKeys: ['exchange-key-of-tests'],
  pack: await loadPack(),
  diagnoses: await loadDiagnoses(),
  gateway: demoGateway,
  login: 'demo',
  port: 0,
});
process.stdout.write(`${app.url}\n`);
