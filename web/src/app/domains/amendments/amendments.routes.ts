import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: async () => (await import('./feature-list/amendments-page')).AmendmentsPage },
  { path: 'plan', loadComponent: async () => (await import('./feature-plan/plan-edit-page')).PlanEditPage },
  { path: 'versions/:number', loadComponent: async () => (await import('./feature-version/version-page')).VersionPage },
  { path: ':amendmentId', loadComponent: async () => (await import('./feature-amendment/amendment-page')).AmendmentPage },
];

export default routes;
