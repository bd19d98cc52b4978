import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-work-plan/work-plan-page')).WorkPlanPage }];

export default routes;
