import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { WorkPlanPage } from './feature-work-plan/work-plan-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [
  { path: '', component: WorkPlanPage },
  { path: ':workPackageId/diary', loadComponent: async () => (await import('./feature-diary/diary-page')).DiaryPage },
  { path: ':workPackageId/completion', loadComponent: async () => (await import('./feature-completion/completion-page')).CompletionPage },
];

export default routes;
