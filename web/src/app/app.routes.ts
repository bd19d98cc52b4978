import type { Routes } from '@angular/router';
import { inSomeProject, memberOfProject, signedIn, signedOut, toFirstProject } from './shared/util-session/guards';
import { Frame } from './shell/frame/frame';

const project: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'my-work' },
  { path: 'my-work', loadChildren: () => import('./domains/my-work/my-work.routes') },
  { path: 'overview', loadChildren: () => import('./domains/overview/overview.routes') },
  { path: 'work-plan', loadChildren: () => import('./domains/work-plan/work-plan.routes') },
  { path: 'amendments', loadChildren: () => import('./domains/amendments/amendments.routes') },
  { path: 'deliverables', loadChildren: () => import('./domains/deliverables/deliverables.routes') },
  { path: 'quality-board', loadChildren: () => import('./domains/quality-board/quality-board.routes') },
  { path: 'reports', loadChildren: () => import('./domains/reporting/reporting.routes') },
  { path: 'budget', loadChildren: () => import('./domains/budget/budget.routes') },
  { path: 'partners', loadChildren: () => import('./domains/consortium/consortium.routes') },
  { path: 'activity', loadChildren: () => import('./domains/activity/activity.routes') },
  { path: 'evidence', loadChildren: () => import('./domains/evidence/evidence.routes') },
];

export const routes: Routes = [
  { path: 'login', canActivate: [signedOut], loadChildren: () => import('./domains/account/login.routes') },
  {
    path: '',
    component: Frame,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: toFirstProject },
      { path: 'account', canActivate: [inSomeProject], loadChildren: () => import('./domains/account/account.routes') },
      { path: 'p/:projectId', canActivate: [memberOfProject], children: project },
      { path: '**', canActivate: [inSomeProject], loadComponent: async () => (await import('./shell/not-found/not-found')).NotFound },
    ],
  },
];
