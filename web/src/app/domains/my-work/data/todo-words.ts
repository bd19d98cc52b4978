import type { TodoItem } from '@office/contracts';

export interface TodoWords {
  /** What to do, named by its object. */
  readonly task: (number: string) => string;
  /** The link's word. */
  readonly action: string;
  /** Which form the deliverable's page opens; null for its top. */
  readonly opens: 'upload' | 'review' | null;
}

const start = (): string => $localize`:@@todo.start:Start`;
const open = (): string => $localize`:@@todo.open:Open`;
const report = (): string => $localize`:@@todo.report:Report`;

const WORDS: Record<TodoItem['kind'], () => TodoWords> = {
  review: () => ({ task: (number) => $localize`:@@todo.review:Review ${number}:number:`, action: start(), opens: 'review' }),
  'upload-version': () => ({
    task: (number) => $localize`:@@todo.upload:Upload a version of ${number}:number:`,
    action: $localize`:@@todo.uploadAction:Upload`,
    opens: 'upload',
  }),
  'answer-changes': () => ({
    task: (number) => $localize`:@@todo.answerChanges:Answer the changes asked for in ${number}:number:`,
    action: open(),
    opens: null,
  }),
  'open-review': () => ({
    task: (number) => $localize`:@@todo.openReview:Send ${number}:number: to the quality board`,
    action: open(),
    opens: null,
  }),
  'update-task': () => ({ task: (number) => $localize`:@@todo.updateTask:Report on ${number}:number:`, action: report(), opens: null }),
  'start-task': () => ({ task: (number) => $localize`:@@todo.startTask:Start ${number}:number:`, action: report(), opens: null }),
  'unblock-task': () => ({
    task: (number) => $localize`:@@todo.unblockTask:Blocked: say how ${number}:number: goes on`,
    action: report(),
    opens: null,
  }),
  'unblock-part': () => ({
    task: (number) => $localize`:@@todo.unblockPart:Blocked: say how your part of ${number}:number: goes on`,
    action: report(),
    opens: null,
  }),
  'finish-part': () => ({
    task: (number) => $localize`:@@todo.finishPart:Report on your part of ${number}:number:`,
    action: report(),
    opens: null,
  }),
  'start-part': () => ({
    task: (number) => $localize`:@@todo.startPart:Start your part of ${number}:number:`,
    action: report(),
    opens: null,
  }),
  'report-milestone': () => ({
    task: (number) => $localize`:@@todo.reportMilestone:Report milestone ${number}:number:`,
    action: report(),
    opens: null,
  }),
  approve: () => ({ task: (number) => $localize`:@@todo.approve:Approve ${number}:number: for submission`, action: open(), opens: null }),
  submit: () => ({ task: (number) => $localize`:@@todo.submit:Submit ${number}:number: to EACEA`, action: open(), opens: null }),
  'record-answer': () => ({
    task: (number) => $localize`:@@todo.recordAnswer:Record EACEA's answer on ${number}:number:`,
    action: open(),
    opens: null,
  }),
  'sign-off': () => ({ task: (number) => $localize`:@@todo.signOff:Sign off ${number}:number:`, action: open(), opens: null }),
};

export const todoWords = (kind: TodoItem['kind']): TodoWords => WORDS[kind]();
