import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-activity/activity-page')).ActivityPage }];

export default routes;
