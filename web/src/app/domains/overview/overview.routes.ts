import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-overview/overview-page')).OverviewPage }];

export default routes;
