import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-login/login-page')).LoginPage }];

export default routes;
