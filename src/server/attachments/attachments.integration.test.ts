import { beforeAll, describe, expect, it } from '@jest/globals';
import { env } from '@/server/env';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenAttachment } from '@/testing/given-attachment';
import { givenSession } from '@/testing/given-session';
import { givenActor, givenShow, type GivenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { changeAttachmentType, removeAttachment, restoreAttachment } from './change-attachment';
import { toFileLink } from './file-link';
import { listAttachments } from './list-attachments';
import { serveFile } from './serve-file';

const test = givenTestDatabase();
let show: GivenShow;
beforeAll(async () => {
  show = await givenShow(test.db);
});

async function given() {
  const own = await givenShow(test.db);
  const { actor, organizationId, seriesId } = own;
  const attachmentId = await givenAttachment(actor, { seriesId });
  return {
    ...own,
    attachmentId,
    scope: { organizationId, attachmentId },
    list: () => listAttachments(actor, { organizationId, seriesId }),
  };
}

describe('documents of a show', () => {
  it('are listed with a link for the person who asks, and what this person has begun', async () => {
    const { actor, seriesId, organizationId, list } = await given();
    await givenAttachment(actor, { seriesId, name: 'Retiré.pdf', removedAt: new Date() });
    await test.db.attachment.create({
      data: {
        organizationId,
        seriesId,
        name: 'Affiche.png',
        contentType: 'application/octet-stream',
        size: 1_000,
        received: 400,
        createdById: actor.user.id,
        createdBy: 'Nolwenn Cadiou',
      },
    });
    expect(await list()).toMatchObject({
      locked: false,
      documents: [{ name: 'Contrat de cession.pdf', type: 'OTHER', preview: 'pdf', createdBy: 'Nolwenn Cadiou' }],
      unfinished: [{ name: 'Affiche.png', size: 1_000, received: 400 }],
    });
    const colleague = await givenActor(test.db, organizationId);
    expect((await listAttachments(colleague, { organizationId, seriesId })).unfinished).toEqual([]);
  });

  it('take as many queries for fifty as for one', async () => {
    const { actor, organizationId, seriesId } = await given();
    const counting = createCountingDatabase(test.url);
    const record = () =>
      counting.record(() => listAttachments({ ...actor, db: counting.db }, { organizationId, seriesId }));
    const one = await record();
    for (let index = 0; index < 50; index += 1) await givenAttachment(actor, { seriesId, name: `${index}.pdf` });
    expect((await record()).length).toBe(one.length);
    await counting.db.$disconnect();
  });

  it('are sorted, taken off and put back, with a trace', async () => {
    const { actor, scope, attachmentId, list } = await given();
    await changeAttachmentType(actor, { ...scope, type: 'ARTISTIC_CONTRACT' });
    expect((await list()).documents).toMatchObject([{ type: 'ARTISTIC_CONTRACT' }]);
    await removeAttachment(actor, scope);
    expect((await list()).documents).toEqual([]);
    await expect(removeAttachment(actor, scope)).rejects.toMatchObject({ code: 'not-found' });
    await restoreAttachment(actor, scope);
    expect((await list()).documents).toHaveLength(1);
    await expect(restoreAttachment(actor, scope)).rejects.toMatchObject({ code: 'not-found' });
    const journal = await test.db.auditEvent.findMany({ where: { subject: attachmentId }, orderBy: { id: 'asc' } });
    expect(journal.map(({ action }) => action)).toEqual(['attachment.removed', 'attachment.restored']);
  });

  it('do not move once the form is closed', async () => {
    const { actor, scope, seriesId, list } = await given();
    await test.db.declaration.updateMany({ where: { seriesId }, data: { state: 'accepted' } });
    const locked = { code: 'declaration-locked' };
    await expect(removeAttachment(actor, scope)).rejects.toMatchObject(locked);
    await expect(changeAttachmentType(actor, { ...scope, type: 'OTHER' })).rejects.toMatchObject(locked);
    expect(await list()).toMatchObject({ locked: true, documents: [{ href: expect.any(String) }] });
  });
});

describe('a link to a document', () => {
  const ask = async (href: string, cookie: string) => {
    const url = new URL(href, env().APP_BASE_URL);
    const id = url.pathname.split('/').at(-1) ?? '';
    return serveFile(test.db, new Request(url, { headers: { cookie } }), id);
  };

  it('opens the very bytes for its person, in the page or as a download', async () => {
    const { actor, seriesId } = show;
    const bytes = Buffer.from('%PDF-1.7 le contrat');
    const id = await givenAttachment(actor, { seriesId, name: 'Contrat d’été.pdf', bytes });
    const { cookie } = await givenSession(test.db, actor.user.id);
    const href = toFileLink(id, actor.user.id, new Date());
    const shown = await ask(href, cookie);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
    expect(shown.headers.get('content-disposition')).toContain('inline; filename="Contrat d_ete.pdf"');
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    const downloaded = await ask(`${href}&download`, cookie);
    expect(downloaded.headers.get('content-disposition')).toContain('attachment');
  });

  it('opens for nobody else, nor later, nor for another document, nor for who left the structure', async () => {
    const { actor, organizationId, seriesId, attachmentId } = await given();
    const { cookie } = await givenSession(test.db, actor.user.id);
    const colleague = await givenActor(test.db, organizationId);
    const { cookie: colleagueCookie } = await givenSession(test.db, colleague.user.id);
    const href = toFileLink(attachmentId, actor.user.id, new Date());
    const other = await givenAttachment(actor, { seriesId });
    expect((await ask(href, cookie)).status).toBe(200);
    expect((await ask(href, colleagueCookie)).status).toBe(404);
    expect((await ask(href, '')).status).toBe(401);
    expect((await ask(href.replace(attachmentId, other), cookie)).status).toBe(404);
    expect((await ask(href.replace('/files/', '/files/x'), cookie)).status).toBe(404);
    expect((await ask(href.replace(/expires=\d+/, 'expires=99999999999'), cookie)).status).toBe(404);
    const old = toFileLink(attachmentId, actor.user.id, new Date(Date.now() - 901_000));
    expect((await ask(old, cookie)).status).toBe(410);
    await test.db.membership.deleteMany({ where: { userId: actor.user.id } });
    expect((await ask(href, cookie)).status).toBe(404);
  });

  it('lets no type out of its list be shown in the page', async () => {
    const { actor, seriesId } = show;
    const id = await givenAttachment(actor, { seriesId, name: 'note.txt', contentType: 'text/plain' });
    const { cookie } = await givenSession(test.db, actor.user.id);
    const answer = await ask(toFileLink(id, actor.user.id, new Date()), cookie);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
