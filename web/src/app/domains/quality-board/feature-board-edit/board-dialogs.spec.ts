import type { ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BoardMembersRequest, BoardRulesView, QualityBoardView } from '@office/contracts';
import { aMe, aProblem, aQualityBoard, idOf } from '@office/testing';
import { click, render, signIn, surroundings, textOf, type } from '../../../../../test/render';
import type { WriteResult } from '../../../shared/util-http/project-api';
import { MembersDialog, type MembersQuestion } from './members-dialog';
import { RulesDialog, type RulesQuestion } from './rules-dialog';

const board = aQualityBoard({ version: 3 });
const stale = (current: QualityBoardView): WriteResult<QualityBoardView> => ({
  ok: false,
  problem: { ...aProblem({ status: 412, code: 'precondition-failed', current }), offline: false },
});

let answer: WriteResult<QualityBoardView>;
let closedWith: unknown[];

const surround = (question: RulesQuestion | MembersQuestion): void => {
  surroundings([
    { provide: MAT_DIALOG_DATA, useValue: question },
    { provide: MatDialogRef, useValue: { id: 'dialog', close: (value: unknown) => closedWith.push(value) } },
  ]);
};

async function submit(dialog: ComponentFixture<unknown>): Promise<void> {
  // The button stands outside of its form, which jsdom does not connect while the dialog is not in the page.
  (dialog.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve));
  await dialog.whenStable();
}

beforeEach(() => {
  answer = { ok: true, value: board };
  closedWith = [];
});

describe('rules of the board', () => {
  let saved: [BoardRulesView, number][];
  let dialog: ComponentFixture<RulesDialog>;

  beforeEach(async () => {
    saved = [];
    surround({
      rules: board.rules,
      version: board.version,
      save: (rules: BoardRulesView, version: number) => {
        saved.push([rules, version]);
        return Promise.resolve(answer);
      },
    });
    await signIn(aMe());
    dialog = await render(RulesDialog);
  });

  it('are saved on the version that was seen', async () => {
    await type(dialog, 'Days a round is open', '10');
    (dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input[name="panel"]').item(1).click();
    (dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input[type="checkbox"]').item(0).click();
    await submit(dialog);
    expect(saved).toEqual([[{ ...board.rules, reviewDays: 10, firstPanel: 'reviewers', origins: ['partner-country'] }, 3]]);
    expect(closedWith).toEqual([board]);
  });

  it.each(['0', '91', '2.5', ''])('refuses %j days', async (days) => {
    await type(dialog, 'Days a round is open', days);
    await submit(dialog);
    expect(textOf(dialog)).toContain('A whole number from 1 to 90.');
    expect(saved).toEqual([]);
  });

  it('shows both when somebody else saved meanwhile, and lets the person choose', async () => {
    answer = stale({ ...board, version: 4, rules: { ...board.rules, reviewDays: 21 } });
    await type(dialog, 'Days a round is open', '10');
    await submit(dialog);
    expect(textOf(dialog)).toContain('stays open for 21 days');
    expect(textOf(dialog)).toContain('stays open for 10 days');
    answer = { ok: true, value: board };
    await click(dialog, 'Save mine instead');
    await dialog.whenStable();
    expect(saved.map(([rules, version]) => [rules.reviewDays, version])).toEqual([
      [10, 3],
      [10, 4],
    ]);
  });
});

describe('members of the board', () => {
  let saved: [BoardMembersRequest, number][];
  let dialog: ComponentFixture<MembersDialog>;

  beforeEach(async () => {
    saved = [];
    surround({
      board,
      save: (members: BoardMembersRequest, version: number) => {
        saved.push([members, version]);
        return Promise.resolve(answer);
      },
    });
    await signIn(aMe());
    dialog = await render(MembersDialog);
  });

  const select = (index: number): HTMLSelectElement => (dialog.nativeElement as HTMLElement).querySelectorAll('select').item(index);

  async function place(index: number, value: string): Promise<void> {
    select(index).value = value;
    select(index).dispatchEvent(new Event('change'));
    await dialog.whenStable();
  }

  it('have a place, or none, and a day until which they are away', async () => {
    await place(0, 'alternate');
    await place(1, '');
    const absent = (dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input[type="date"]').item(2);
    absent.value = '2024-09-20';
    absent.dispatchEvent(new Event('input'));
    await submit(dialog);
    const [request, version] = saved[0]!;
    expect(version).toBe(3);
    expect(request.members).toHaveLength(6);
    expect(request.members.slice(0, 2)).toEqual([
      { membershipId: idOf('membership', 11), place: 'alternate', chair: false, absentUntil: null },
      { membershipId: idOf('membership', 13), place: 'member', chair: false, absentUntil: '2024-09-20' },
    ]);
    expect(request.members.filter(({ chair }) => chair)).toHaveLength(1);
  });

  it('need one of them in the chair', async () => {
    await place(6, 'alternate');
    await submit(dialog);
    expect(textOf(dialog)).toContain('Choose who chairs the board');
    expect(saved).toEqual([]);
    (dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input[name="chair"]').item(0).click();
    await submit(dialog);
    expect(saved[0]?.[0].members[0]).toMatchObject({ chair: true });
  });

  it('show what somebody else saved meanwhile', async () => {
    answer = stale({ ...board, version: 4, members: [] });
    await submit(dialog);
    expect(textOf(dialog)).toContain('not on the board');
    await click(dialog, 'Keep theirs');
    expect(closedWith).toMatchObject([{ version: 4 }]);
  });
});
