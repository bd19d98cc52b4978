import { describe, expect, it } from '@jest/globals';
import type { ProjectRole } from '@office/domain';
import { aMe, aMembership, CONSORTIUM } from '@office/testing';
import { signIn, surroundings } from '../../../../test/render';

const own = { leadBeneficiaryId: CONSORTIUM.QUI.id };
const others = { leadBeneficiaryId: CONSORTIUM.PXU.id };

const signInAs = (...roles: ProjectRole[]) => {
  surroundings();
  return signIn(aMe({ projects: [aMembership({ roles })] }));
};

describe('session store', () => {
  it('lets a partner coordinator upload what the own institution leads, and says why not elsewhere', async () => {
    const session = await signInAs('partner-coordinator');
    expect(session.may('deliverable.upload-version')).toBe(true);
    expect(session.may('deliverable.upload-version', own)).toBe(true);
    expect(session.may('deliverable.upload-version', others)).toBe(false);
    expect(session.why('deliverable.upload-version', own)).toBeNull();
    expect(session.why('deliverable.upload-version', others)).toBe('Another institution leads this.');
  });

  it('keeps a board member from deciding on the own work', async () => {
    const session = await signInAs('quality-board-member');
    expect(session.may('deliverable.review', others)).toBe(true);
    expect(session.why('deliverable.review', own)).toBe('Your own institution leads this, so you may not decide on it.');
  });

  it('allows an observer nothing but reading', async () => {
    const session = await signInAs('observer');
    expect(session.may('budget.read')).toBe(true);
    expect(session.may('deliverable.approve')).toBe(false);
    expect(session.why('deliverable.approve', others)).toBe('Your role in this project does not include this.');
  });

  it('takes today and the project month from the server, in the zone of the deadlines', async () => {
    surroundings();
    const session = await signIn(aMe({ now: '2024-09-30T22:30:00.000Z' }));
    expect(session.today()).toBe('2024-10-01');
    expect(session.month()).toBe(10);
  });

  it('looks again how long the project lasts', async () => {
    const api = surroundings();
    const session = await signIn(aMe());
    const before = session.project();
    const again = session.refresh();
    api.expectOne('/api/me').flush(aMe());
    await again;
    expect(session.project()).toBe(before);
    const longer = session.refresh();
    api.expectOne('/api/me').flush(aMe({ projects: [aMembership({ durationMonths: 54 })] }));
    await longer;
    expect(session.project()?.durationMonths).toBe(54);
    const lost = session.refresh();
    api.expectOne('/api/me').error(new ProgressEvent('error'));
    await lost;
    expect(session.project()?.durationMonths).toBe(54);
  });

  it('enters only projects of the person', async () => {
    const session = await signInAs('observer');
    expect(session.enter('another')).toBe(false);
    expect(session.project()?.acronym).toBe('STRIVE');
  });

  it('may do nothing once the session is over', async () => {
    const session = await signInAs('project-coordinator');
    session.forget();
    expect(session.me()).toBeNull();
    expect(session.may('project.read')).toBe(false);
  });
});
