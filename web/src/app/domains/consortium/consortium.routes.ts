import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { ConsortiumPage } from './feature-consortium/consortium-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: ConsortiumPage }];

export default routes;
