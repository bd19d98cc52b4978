import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-budget/budget-page')).BudgetPage }];

export default routes;
