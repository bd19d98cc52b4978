import { Component } from '@angular/core';

@Component({ selector: 'office-sessions-page', template: `` })
export class SessionsPage {}
