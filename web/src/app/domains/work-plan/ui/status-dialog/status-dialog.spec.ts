import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskView } from '@office/contracts';
import { aMe, aProblem, aTask, aWorkStatus, idOf } from '@office/testing';
import { click, loseTwice, render, signIn, surroundings, textOf, type } from '../../../../../../test/render';
import { StatusDialog } from './status-dialog';
import type { StatusSubject } from './status-subject';

const NARRATIVE = 'What happened';
const REASON = 'Two hosts do not report here.';
const seen = aWorkStatus({
  ...{ version: 3, progress: 40, narrative: 'Speakers confirmed.' },
  ...{ progressSource: 'overridden', overrideReason: REASON, derived: { state: 'in-progress', progress: 30 } },
});
const task = aTask({ status: seen });
const theirs = aTask({ status: aWorkStatus({ version: 7, progress: 55, narrative: 'The list is signed.' }) });
const subject: StatusSubject = { kind: 'task', id: task.id, number: task.number, title: task.title, status: seen };
const address = `/api/projects/${idOf('project', 1)}/tasks/${task.id}/status`;

describe('status dialog', () => {
  let api: HttpTestingController;
  let closedWith: (TaskView | undefined)[];
  let dialog: ComponentFixture<StatusDialog>;

  beforeEach(async () => {
    closedWith = [];
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: subject },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: (answer?: TaskView) => closedWith.push(answer) } },
    ]);
    await signIn(aMe());
    dialog = await render(StatusDialog);
  });

  async function save(name = 'Save the status'): Promise<TestRequest> {
    await click(dialog, name);
    return api.expectOne({ method: 'PUT', url: address });
  }

  async function refuseAsStale(request: TestRequest): Promise<void> {
    const problem = aProblem({ status: 412, code: 'precondition-failed', current: theirs });
    request.flush(problem, { status: 412, statusText: 'Precondition Failed' });
    await settled();
  }

  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  };

  it('saves with the version that the person saw and closes with the answer', async () => {
    await type(dialog, NARRATIVE, 'All rooms booked.');
    const request = await save();
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toEqual({
      ...{ state: 'in-progress', progress: 40, narrative: 'All rooms booked.' },
      ...{ progressSource: 'overridden', overrideReason: REASON },
    });
    request.flush(theirs);
    await settled();
    expect(closedWith).toEqual([theirs]);
  });

  it.each(['150', '-5', '33.3'])('leaves %s as it was typed, says the rule and sends nothing', async (typed) => {
    await type(dialog, 'Progress', typed);
    await click(dialog, 'Save the status');
    api.expectNone({ method: 'PUT', url: address });
    expect(textOf(dialog)).toContain('Enter a whole percent from 0 to 100.');
    expect((dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#status-progress')?.value).toBe(typed);
  });

  it('sends nothing that the domain refuses, and says what is wrong', async () => {
    await type(dialog, 'Progress', '100');
    await click(dialog, 'Save the status');
    api.expectNone(address);
    expect(textOf(dialog)).toContain('100 % means done');
  });

  it('takes the figures from the parts when told so, and asks for none', async () => {
    expect(textOf(dialog)).toContain('From the parts: In progress, 30%');
    (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[value="derived"]')?.click();
    await dialog.whenStable();
    expect((dialog.nativeElement as HTMLElement).querySelector('#status-progress')).toBeNull();
    expect((await save()).request.body).toMatchObject({ progressSource: 'derived', state: 'in-progress', progress: 30 });
  });

  it('asks why when the figures differ from what the parts say', async () => {
    await type(dialog, 'Why the figures differ', ' ');
    await type(dialog, NARRATIVE, ' ');
    await click(dialog, 'Save the status');
    api.expectNone({ method: 'PUT', url: address });
    expect(textOf(dialog)).toContain('Say why the figures differ from what the parts say.');
  });

  it('never takes an emptied field for 0 %', async () => {
    await type(dialog, 'Progress', '');
    await click(dialog, 'Save the status');
    api.expectNone(address);
    expect(textOf(dialog)).toContain('whole percent');
  });

  it('moves the progress along with a state that leaves no choice', async () => {
    (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[value="done"]')?.click();
    await dialog.whenStable();
    expect((await save()).request.body).toMatchObject({ state: 'done', progress: 100 });
  });

  describe('when somebody else was faster', () => {
    beforeEach(async () => {
      await type(dialog, NARRATIVE, 'All rooms booked.');
      await refuseAsStale(await save());
    });

    it('shows both', () => {
      expect(textOf(dialog)).toContain('The list is signed.');
      expect(textOf(dialog)).toContain('All rooms booked.');
      expect(closedWith).toEqual([]);
    });

    it('saves over theirs only when told so, and with the version that was shown', async () => {
      const request = await save('Save mine instead');
      expect(request.request.headers.get('If-Match')).toBe('"7"');
      expect(request.request.body).toMatchObject({ narrative: 'All rooms booked.' });
    });

    it('keeps theirs', async () => {
      await click(dialog, 'Keep theirs');
      expect(closedWith).toEqual([theirs]);
      api.verify();
    });

    it('goes on editing with nothing lost', async () => {
      await click(dialog, 'Go on editing mine');
      expect((dialog.nativeElement as HTMLElement).querySelector<HTMLTextAreaElement>('#status-narrative')?.value).toBe(
        'All rooms booked.',
      );
      expect((await save()).request.headers.get('If-Match')).toBe('"7"');
    });

    it('asks again when a third person was faster still', async () => {
      await refuseAsStale(await save('Save mine instead'));
      expect(textOf(dialog)).toContain('Somebody changed this after you opened it.');
    });
  });

  it('keeps what was typed when the server cannot be reached', async () => {
    await type(dialog, NARRATIVE, 'All rooms booked.');
    await click(dialog, 'Save the status');
    await loseTwice(api, address);
    await settled();
    expect(textOf(dialog)).toContain('The server cannot be reached.');
    expect((dialog.nativeElement as HTMLElement).querySelector<HTMLTextAreaElement>('#status-narrative')?.value).toBe('All rooms booked.');
  });
});
