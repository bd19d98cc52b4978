/** Signs in and answers with the cookie; the demonstration's accounts all have this password. */
async function signIn(baseUrl, account) {
  const answer = await fetch(`${baseUrl}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${account}@strive.example`, password: 'strive-demo' }),
  });
  if (!answer.ok) {
    throw new Error(`${account} could not sign in: ${answer.status}`);
  }
  const { projects, person } = await answer.json();
  return { cookie: answer.headers.get('set-cookie').split(';')[0], project: projects[0].projectId, person: person.id };
}

const accountOf = (shortName) =>
  shortName
    .normalize('NFD')
    .replace(/[^A-Z]/gi, '')
    .toLowerCase();

/** What is measured: each read with the person who looks at that page every day, and the tasks that are written to. */
export async function openOffice(baseUrl) {
  const partner = await signIn(baseUrl, 'qui');
  const coordinator = await signIn(baseUrl, 'coordinator');
  const path = (rest) => `/api/projects/${partner.project}/${rest}`;
  const get = async (rest, { cookie }) => {
    const answer = await fetch(baseUrl + path(rest), { headers: { cookie } });
    if (!answer.ok) {
      throw new Error(`${rest}: ${answer.status}`);
    }
    return answer.text();
  };
  // A task is reported on by the institution that leads it.
  const leads = new Map();
  for (const lead of ['AL', 'HANU', 'PXU', 'QUI', 'APAG', 'UÉ', 'UNITUS']) {
    leads.set(lead, await signIn(baseUrl, accountOf(lead)));
  }
  const tasks = async () => {
    const plan = JSON.parse(await get('work-plan', coordinator));
    return plan.workPackages
      .flatMap((workPackage) => workPackage.tasks)
      .map((task) => ({
        id: task.id,
        path: path(`tasks/${task.id}/status`),
        version: task.status.version,
        ...leads.get(task.lead.shortName),
        body: JSON.stringify(task),
      }));
  };
  const reads = [
    { name: 'list of deliverables', path: path('deliverables'), by: partner, body: await get('deliverables', partner) },
    { name: 'dashboard', path: path('my-work'), by: partner, body: await get('my-work', partner) },
    { name: 'budget matrix', path: path('budget'), by: coordinator, body: await get('budget', coordinator) },
  ];
  return { reads, tasks, partner };
}
