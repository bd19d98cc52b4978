import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { PersonEntity } from './entities/person.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { LoginThrottle } from './login-throttle.js';
import { Passwords } from './passwords.js';
import { PersonRepository } from './person.repository.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.js';

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, SessionEntity])],
  controllers: [AuthController],
  providers: [
    AuthService,
    LoginThrottle,
    Passwords,
    PersonRepository,
    SessionRepository,
    Sessions,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthService, Passwords, PersonRepository, Sessions],
})
export class AuthModule {}
