import { Module } from '@nestjs/common';
import { DocumentTexts } from './document-texts.js';
import { TextReader } from './text-reader.js';

@Module({ providers: [DocumentTexts, TextReader], exports: [DocumentTexts] })
export class DocumentsModule {}
