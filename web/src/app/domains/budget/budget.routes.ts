import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { BudgetPage } from './feature-budget/budget-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [
  { path: '', component: BudgetPage },
  { path: 'cash', loadComponent: async () => (await import('./feature-cash/cash-page')).CashPage },
];

export default routes;
