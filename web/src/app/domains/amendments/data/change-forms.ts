import type { PlanChangeKind, PlanSubject } from '@office/domain';

/** How a field of a change is filled in. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'month'
  | 'count'
  | 'date'
  | 'beneficiary'
  | 'beneficiaries'
  | 'work-package'
  | 'work-packages'
  | 'type'
  | 'level'
  | 'periods';

export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
}

/** One kind of change as a form: what it is called, whether it is about a row that is there, and its fields. */
export interface ChangeForm {
  readonly kind: PlanChangeKind;
  readonly subject: PlanSubject | 'project';
  /** Named by a row of the plan; not so when one is added or the project as a whole changes. */
  readonly ofRow: boolean;
  readonly label: string;
  readonly fields: readonly FormField[];
}

const field = (name: string, kind: FieldKind, label: string): FormField => ({ name, kind, label });

const title = (): FormField => field('title', 'text', $localize`:@@planField.title:Title`);
const number = (): FormField => field('number', 'text', $localize`:@@planField.number:Number`);
const lead = (): FormField => field('leadId', 'beneficiary', $localize`:@@planField.lead:Lead beneficiary`);
const from = (): FormField => field('startMonth', 'month', $localize`:@@planField.startMonth:First month`);
const to = (): FormField => field('endMonth', 'month', $localize`:@@planField.endMonth:Last month`);
const due = (): FormField => field('dueMonth', 'month', $localize`:@@planField.dueMonth:Due month`);
const objectives = (): FormField => field('objectives', 'long-text', $localize`:@@planField.objectives:Objectives`);
const within = (): FormField => field('workPackageId', 'work-package', $localize`:@@planField.workPackage:Work package`);
const workPackages = (): FormField => field('workPackageIds', 'work-packages', $localize`:@@planField.workPackages:Work packages`);
const participants = (): FormField =>
  field('participantIds', 'beneficiaries', $localize`:@@planField.participants:Participants beside the lead`);
const contributors = (): FormField => field('contributorIds', 'beneficiaries', $localize`:@@planField.contributors:Contributors`);
const type = (): FormField => field('type', 'type', $localize`:@@planField.type:Type`);
const level = (): FormField => field('disseminationLevel', 'level', $localize`:@@planField.level:Dissemination level`);
const means = (): FormField => field('meansOfVerification', 'long-text', $localize`:@@planField.means:Means of verification`);
const place = (): FormField => field('place', 'count', $localize`:@@planField.place:Place in the order`);

const projectForms = (): ChangeForm[] => [
  {
    kind: 'project.duration',
    subject: 'project',
    ofRow: false,
    label: $localize`:@@changeKind.duration:Make the project longer or shorter`,
    fields: [field('by', 'count', $localize`:@@planField.by:Months more (less with a minus)`)],
  },
  {
    kind: 'project.start-date',
    subject: 'project',
    ofRow: false,
    label: $localize`:@@changeKind.start:Another start date`,
    fields: [field('startDate', 'date', $localize`:@@planField.startDate:Start date`)],
  },
  {
    kind: 'project.reporting-periods',
    subject: 'project',
    ofRow: false,
    label: $localize`:@@changeKind.periods:Other reporting periods`,
    fields: [field('periods', 'periods', $localize`:@@planField.periods:Reporting periods`)],
  },
];

/** A form about a row that is there. */
const ofRow = (subject: PlanSubject, kind: PlanChangeKind, label: string, ...fields: FormField[]): ChangeForm => ({
  kind,
  subject,
  ofRow: true,
  label,
  fields,
});
const added = (subject: PlanSubject, kind: PlanChangeKind, label: string, ...fields: FormField[]): ChangeForm => ({
  kind,
  subject,
  ofRow: false,
  label,
  fields,
});

const words = {
  months: (): string => $localize`:@@changeKind.months:Other months`,
  due: (): string => $localize`:@@changeKind.due:Another due month`,
  lead: (): string => $localize`:@@changeKind.lead:Another lead`,
  retitle: (): string => $localize`:@@changeKind.retitle:Another title`,
  renumber: (): string => $localize`:@@changeKind.renumber:Another number`,
  reorder: (): string => $localize`:@@changeKind.reorder:Another place in the order`,
  move: (): string => $localize`:@@changeKind.move:Move to another work package`,
};

const workPackageForms = (): ChangeForm[] => [
  added(
    'work-package',
    'work-package.add',
    $localize`:@@changeKind.addWorkPackage:Add a work package`,
    number(),
    title(),
    lead(),
    from(),
    to(),
    objectives(),
  ),
  ofRow('work-package', 'work-package.months', words.months(), from(), to()),
  ofRow('work-package', 'work-package.lead', words.lead(), lead()),
  ofRow('work-package', 'work-package.retitle', words.retitle(), title()),
  ofRow('work-package', 'work-package.objectives', $localize`:@@changeKind.objectives:Other objectives`, objectives()),
  ofRow('work-package', 'work-package.renumber', words.renumber(), number()),
  ofRow('work-package', 'work-package.reorder', words.reorder(), place()),
  ofRow('work-package', 'work-package.remove', $localize`:@@changeKind.removeWorkPackage:Remove a work package`),
];

const taskForms = (): ChangeForm[] => [
  added('task', 'task.add', $localize`:@@changeKind.addTask:Add a task`, within(), number(), title(), lead(), participants(), from(), to()),
  ofRow('task', 'task.months', words.months(), from(), to()),
  ofRow('task', 'task.lead', words.lead(), lead()),
  ofRow('task', 'task.participants', $localize`:@@changeKind.participants:Other participants`, participants()),
  ofRow('task', 'task.retitle', words.retitle(), title()),
  ofRow('task', 'task.move', words.move(), within(), number()),
  ofRow(
    'task',
    'task.split',
    $localize`:@@changeKind.split:Split in two`,
    field('lastMonth', 'month', $localize`:@@planField.lastMonth:Last month of the first part`),
    field('newNumber', 'text', $localize`:@@planField.newNumber:Number of the second part`),
    field('newTitle', 'text', $localize`:@@planField.newTitle:Title of the second part`),
  ),
  ofRow('task', 'task.renumber', words.renumber(), number()),
  ofRow('task', 'task.reorder', words.reorder(), place()),
  ofRow('task', 'task.remove', $localize`:@@changeKind.removeTask:Remove a task`),
];

const deliverableForms = (): ChangeForm[] => [
  added(
    'deliverable',
    'deliverable.add',
    $localize`:@@changeKind.addDeliverable:Add a deliverable`,
    within(),
    number(),
    title(),
    lead(),
    contributors(),
    type(),
    level(),
    due(),
  ),
  ofRow('deliverable', 'deliverable.due', words.due(), due()),
  ofRow('deliverable', 'deliverable.lead', words.lead(), lead()),
  ofRow('deliverable', 'deliverable.contributors', $localize`:@@changeKind.contributors:Other contributors`, contributors()),
  ofRow('deliverable', 'deliverable.retitle', words.retitle(), title()),
  ofRow('deliverable', 'deliverable.type', $localize`:@@changeKind.type:Another type`, type()),
  ofRow('deliverable', 'deliverable.level', $localize`:@@changeKind.level:Another dissemination level`, level()),
  ofRow('deliverable', 'deliverable.move', words.move(), within(), number()),
  ofRow('deliverable', 'deliverable.renumber', words.renumber(), number()),
  ofRow('deliverable', 'deliverable.reorder', words.reorder(), place()),
  ofRow('deliverable', 'deliverable.remove', $localize`:@@changeKind.removeDeliverable:Remove a deliverable`),
];

const milestoneForms = (): ChangeForm[] => [
  added(
    'milestone',
    'milestone.add',
    $localize`:@@changeKind.addMilestone:Add a milestone`,
    number(),
    title(),
    lead(),
    workPackages(),
    due(),
    means(),
  ),
  ofRow('milestone', 'milestone.due', words.due(), due()),
  ofRow('milestone', 'milestone.lead', words.lead(), lead()),
  ofRow('milestone', 'milestone.retitle', words.retitle(), title()),
  ofRow('milestone', 'milestone.means', $localize`:@@changeKind.means:Other means of verification`, means()),
  ofRow('milestone', 'milestone.work-packages', $localize`:@@changeKind.workPackages:Other work packages`, workPackages()),
  ofRow('milestone', 'milestone.renumber', words.renumber(), number()),
  ofRow('milestone', 'milestone.reorder', words.reorder(), place()),
  ofRow('milestone', 'milestone.remove', $localize`:@@changeKind.removeMilestone:Remove a milestone`),
];

export interface FormGroup {
  readonly subject: ChangeForm['subject'];
  readonly label: string;
  readonly forms: readonly ChangeForm[];
}

/** Every kind of change, in the order and the groups in which they are offered. */
export const formGroups = (): readonly FormGroup[] => [
  { subject: 'project', label: $localize`:@@changeGroup.project:The project`, forms: projectForms() },
  { subject: 'work-package', label: $localize`:@@changeGroup.workPackage:A work package`, forms: workPackageForms() },
  { subject: 'task', label: $localize`:@@changeGroup.task:A task`, forms: taskForms() },
  { subject: 'deliverable', label: $localize`:@@changeGroup.deliverable:A deliverable`, forms: deliverableForms() },
  { subject: 'milestone', label: $localize`:@@changeGroup.milestone:A milestone`, forms: milestoneForms() },
];
