import { readSettings } from './core/config/settings.js';
import { Jobs } from './core/jobs/jobs.js';
import { explain } from './explain.js';
import { AuthService } from './modules/auth/auth.service.js';
import { openOffice } from './open-office.js';
import { startBanner } from './start-banner.js';

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { app, handle } = await openOffice(settings);
  const stop = async (): Promise<void> => {
    await app.close();
    await handle.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  await app.listen({ host: settings.HOST, port: settings.PORT });
  app.get(Jobs).start();
  const address =
    settings.PUBLIC_URL ?? `http://${settings.HOST === '0.0.0.0' ? 'localhost' : settings.HOST}:${new URL(await app.getUrl()).port}`;
  process.stdout.write(startBanner(address, await app.get(AuthService).demoAccounts()));
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
