/**
 * The longest piece of work that the page's main thread did in one go while something happened, in milliseconds of
 * processor time: unlike the distance of frames it says the same on a machine that is busy with other things.
 */
export async function longestWork(page, happen) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { categories: 'toplevel,disabled-by-default-devtools.timeline', transferMode: 'ReportEvents' });
  await happen();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const work = events.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(thread(event)));
  return Math.max(...work.map(({ tdur = 0 }) => tdur)) / 1000;
}
