import 'server-only';
import { limitPerPerson, memberProcedure, router } from '@/server/trpc/trpc';
import { getDeclaration } from './get-declaration';
import { saveDeclaration } from './save-declaration';
import { chooseOrganisms } from './choose-organisms';
import { markDeclared } from './mark-declared';
import { reviewDeclaration } from './review-declaration';
import { transmitDeclaration } from './transmit-declaration';
import { watchSeries } from './watch-series';
import { getDeclarationOutput, seriesScope } from './get-declaration.schema';
import { markDeclaredInput, markDeclaredOutput } from './mark-declared.schema';
import { reviewDeclarationInput, reviewDeclarationOutput } from './review-declaration.schema';
import {
  chooseOrganismsInput,
  chooseOrganismsOutput,
  saveDeclarationInput,
  saveDeclarationOutput,
} from './save-declaration.schema';
import { transmitDeclarationInput, transmitDeclarationOutput } from './transmit-declaration.schema';

export const declarationsRouter = router({
  get: memberProcedure
    .input(seriesScope)
    .output(getDeclarationOutput)
    .query(({ ctx, input }) => getDeclaration(ctx.actor, input)),
  save: memberProcedure
    .input(saveDeclarationInput)
    .output(saveDeclarationOutput)
    .mutation(({ ctx, input }) => saveDeclaration(ctx.actor, input)),
  chooseOrganisms: memberProcedure
    .input(chooseOrganismsInput)
    .output(chooseOrganismsOutput)
    .mutation(({ ctx, input }) => chooseOrganisms(ctx.actor, input)),
  review: memberProcedure
    .input(reviewDeclarationInput)
    .output(reviewDeclarationOutput)
    .query(({ ctx, input }) => reviewDeclaration(ctx.actor, input)),
  transmit: memberProcedure
    .input(transmitDeclarationInput)
    .output(transmitDeclarationOutput)
    .use(limitPerPerson('transmit'))
    .mutation(({ ctx, input }) => transmitDeclaration(ctx.actor, input)),
  markDeclared: memberProcedure
    .input(markDeclaredInput)
    .output(markDeclaredOutput)
    .use(limitPerPerson('transmit'))
    .mutation(({ ctx, input }) => markDeclared(ctx.actor, input)),
  onChange: memberProcedure
    .input(seriesScope)
    .subscription(({ ctx, input, signal }) => watchSeries(ctx.actor, input, signal)),
});
