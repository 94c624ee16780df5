create schema if not exists platform;

create table platform.job (
  job_id        uuid        not null,
  kind          text        not null,
  key           text,
  state         text        not null,
  params        jsonb       not null,
  cursor        text,
  done          bigint      not null default 0,
  total         bigint      not null default 0,
  result        jsonb,
  failure       jsonb,
  actor         text        not null,
  actor_name    text        not null,
  attempts      int         not null default 0,
  cancel_asked  boolean     not null default false,
  created_at    timestamptz not null,
  started_at    timestamptz,
  finished_at   timestamptz,
  constraint job_pk primary key (job_id),
  constraint job_key_once unique (kind, key),
  constraint job_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  constraint job_progress_sane check (done >= 0 and total >= 0)
);
create index job_newest on platform.job (created_at desc, job_id desc);
comment on table platform.job is 'Background work with progress, resumed at its cursor after a crash';
comment on column platform.job.job_id is 'Identifier, UUIDv7';
comment on column platform.job.kind is 'Which job kind runs it';
comment on column platform.job.key is 'The caller''s key: the same kind and key is the same job';
comment on column platform.job.state is 'waiting, running, done, failed or cancelled';
comment on column platform.job.params is 'What was asked, as the kind''s parameter record';
comment on column platform.job.cursor is 'Last checkpoint, committed with the batch it belongs to';
comment on column platform.job.done is 'Units of work finished';
comment on column platform.job.total is 'Units of work in all, 0 while unknown';
comment on column platform.job.result is 'What came out, as shown to the person who asked';
comment on column platform.job.failure is 'Code and message of what stopped it';
comment on column platform.job.actor is 'Reference of the actor on whose behalf it runs';
comment on column platform.job.actor_name is 'Name of that actor when the job was asked for';
comment on column platform.job.attempts is 'How often it was started';
comment on column platform.job.cancel_asked is 'Whether somebody asked it to stop at the next batch';
comment on column platform.job.created_at is 'When it was asked for';
comment on column platform.job.started_at is 'When it first ran';
comment on column platform.job.finished_at is 'When it ended';

create table platform.download (
  download_id uuid        not null,
  file_name   text        not null,
  media_type  text        not null,
  bytes       bigint      not null,
  actor       text        not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  constraint download_pk primary key (download_id)
);
comment on table platform.download is 'Files made for somebody, kept on disk for a while';
comment on column platform.download.download_id is 'Identifier, also the name on disk';
comment on column platform.download.file_name is 'Name offered to the browser';
comment on column platform.download.media_type is 'Media type of the content';
comment on column platform.download.bytes is 'Size';
comment on column platform.download.actor is 'Reference of the only actor who may fetch it';
comment on column platform.download.created_at is 'When it was made';
comment on column platform.download.expires_at is 'When it is removed';
