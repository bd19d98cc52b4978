import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Me, SessionView } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../core/config/settings.js';
import { CurrentSession, Public, SignedIn, type SessionContext } from '../../core/http/access.js';
import { AuthService } from './auth.service.js';
import { deviceOf } from './device.js';
import { LoginDto } from './dto/login.dto.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.js';

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly settings: Settings,
  ) {}

  @Post('auth/login')
  @Public()
  @HttpCode(200)
  async login(@Body() body: LoginDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const from = { address: request.ip, device: deviceOf(request.headers['user-agent']) };
    const token = await this.auth.signIn(body.email, body.password, from);
    writeSessionCookie(request, reply, this.settings, token);
    return this.auth.me(token);
  }

  @Post('auth/logout')
  @SignedIn()
  @HttpCode(204)
  async logout(@CurrentSession() session: SessionContext, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.endSession(session, session.sessionId);
    clearSessionCookie(reply);
  }

  @Get('auth/sessions')
  @SignedIn()
  sessions(@CurrentSession() session: SessionContext): Promise<SessionView[]> {
    return this.auth.listSessions(session);
  }

  @Delete('auth/sessions/:sessionId')
  @SignedIn()
  @HttpCode(204)
  endSession(@CurrentSession() session: SessionContext, @Param('sessionId') sessionId: string): Promise<void> {
    return this.auth.endSession(session, sessionId);
  }

  @Get('me')
  @SignedIn()
  me(@Req() request: FastifyRequest): Promise<Me> {
    return this.auth.me(readSessionCookie(request));
  }

  @Get('projects')
  @SignedIn()
  async projects(@Req() request: FastifyRequest): Promise<Me['projects']> {
    return (await this.me(request)).projects;
  }
}
