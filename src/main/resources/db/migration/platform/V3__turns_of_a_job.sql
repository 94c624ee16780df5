alter table platform.job add column turn bigint not null default 0;
alter table platform.job add constraint job_turn_sane check (turn >= 0);
comment on column platform.job.turn is 'Number of the run that may write: a run that was given up for dead and goes on writes nothing';
