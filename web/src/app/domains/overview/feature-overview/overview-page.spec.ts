import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { OverviewView } from '@office/contracts';
import { aMe, anAttentionItem, anOverview, aPartnerProgress, CONSORTIUM, idOf } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { OverviewPage } from './overview-page';

const projectId = idOf('project', 1);

async function open(view: OverviewView) {
  const api = surroundings();
  await signIn(aMe());
  const fixture = TestBed.createComponent(OverviewPage);
  TestBed.tick();
  api.expectOne(`/api/projects/${projectId}/overview`).flush(view);
  await fixture.whenStable();
  return fixture;
}

describe('page Overview', () => {
  it('says what needs attention, who can act, and leads there', async () => {
    const attention = [anAttentionItem({ kind: 'deliverable-late', severity: 'high', on: '2024-08-31' })];
    const fixture = await open(anOverview({ attention }));
    expect(textOf(fixture)).toContain('14 days late');
    expect(textOf(fixture)).toContain('Deliverable is late');
    expect(textOf(fixture)).toMatch(/Can act: .+ \(QUI\)/);
    expect(control(fixture, 'D2.2 Report').getAttribute('href')).toBe(`/p/${projectId}/deliverables/${idOf('deliverable', 22)}`);
  });

  it('names who leads it, and how many more can act', async () => {
    const person = (id: string, beneficiary: string) => ({ id, name: `${beneficiary} coordinator`, beneficiary });
    const people = [person('p1', 'AL'), person('p2', 'QUI'), person('p3', 'HANU')];
    const fixture = await open(anOverview({ attention: [anAttentionItem({ lead: CONSORTIUM.QUI, people })] }));
    expect(textOf(fixture)).toContain('Can act: QUI coordinator (QUI) +2, AL coordinator (AL), HANU coordinator (HANU)');
    const rest = [...(fixture.nativeElement as HTMLElement).querySelectorAll('.visually-hidden')].map(({ textContent }) => textContent);
    expect(rest).toContain(', AL coordinator (AL), HANU coordinator (HANU)');
  });

  it('shows the beginning of a long list until all of it is wanted', async () => {
    const attention = Array.from({ length: 11 }, (_, index) =>
      anAttentionItem({ subject: { kind: 'deliverable', id: idOf('deliverable', 100 + index), number: `D9.${index}`, title: 'Report' } }),
    );
    const fixture = await open(anOverview({ attention }));
    expect(textOf(fixture)).not.toContain('D9.10');
    await click(fixture, 'Show 3 more');
    expect(textOf(fixture)).toContain('D9.10');
  });

  it('says so when all is calm and when a partner never reported', async () => {
    const fixture = await open(anOverview({ attention: [], partners: [aPartnerProgress({ lastUpdateAt: null })] }));
    expect(textOf(fixture)).toContain('Nothing is late or due soon');
    expect(textOf(fixture)).toContain('never');
  });
});
