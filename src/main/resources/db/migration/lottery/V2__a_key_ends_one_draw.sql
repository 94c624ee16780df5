-- A key ends one draw. Where one ended several before, the later ones keep a key of their own.
alter table lottery.ending disable trigger ending_append_only;
update lottery.ending e
set cause = md5(e.cause::text || e.draw_id::text)::uuid
where exists (
  select 1
  from lottery.ending earlier
  where earlier.cause = e.cause
    and (earlier.recorded_at, earlier.draw_id) < (e.recorded_at, e.draw_id));
alter table lottery.ending enable trigger ending_append_only;
create unique index ending_key_once on lottery.ending (cause);
