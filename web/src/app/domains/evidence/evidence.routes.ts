import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { VerifyPage } from './feature-verify/verify-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: VerifyPage }];

export default routes;
