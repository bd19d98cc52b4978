import { Component } from '@angular/core';

@Component({ selector: 'office-login-page', template: `` })
export class LoginPage {}
