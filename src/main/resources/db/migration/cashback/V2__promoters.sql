create table cashback.promoter (
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  unit_id      uuid,
  consent      boolean     not null,
  version      integer     not null,
  content_hash uuid        not null,
  cause        uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint promoter_pk primary key (member_id),
  constraint promoter_consented check (consent),
  constraint promoter_cause_once unique (cause)
);
create index promoter_newest on cashback.promoter (number);
comment on table cashback.promoter is 'Members who may recommend others, with their consent; never changed.';
comment on column cashback.promoter.member_id is 'Who.';
comment on column cashback.promoter.number is 'Order of record.';
comment on column cashback.promoter.unit_id is 'Their home unit when they were enrolled.';
comment on column cashback.promoter.consent is 'That they agreed to the terms.';
comment on column cashback.promoter.version is 'Version of the terms they agreed to.';
comment on column cashback.promoter.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column cashback.promoter.cause is 'Derived from the caller''s key.';
comment on column cashback.promoter.occurred_at is 'From when.';
comment on column cashback.promoter.recorded_at is 'When we learnt it.';
comment on column cashback.promoter.actor is 'Who enrolled them.';

create table cashback.promoter_end (
  member_id    uuid        not null,
  reason       text        not null,
  content_hash uuid        not null,
  cause        uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint promoter_end_pk primary key (member_id),
  constraint promoter_end_of_promoter foreign key (member_id) references cashback.promoter (member_id),
  constraint promoter_end_cause_once unique (cause)
);
comment on table cashback.promoter_end is 'Promoters who no longer are; what was bought until then still counts.';
comment on column cashback.promoter_end.member_id is 'Who.';
comment on column cashback.promoter_end.reason is 'Why, in the words of whoever ended it.';
comment on column cashback.promoter_end.content_hash is 'Hash of what was asked.';
comment on column cashback.promoter_end.cause is 'Derived from the caller''s key.';
comment on column cashback.promoter_end.occurred_at is 'From when.';
comment on column cashback.promoter_end.recorded_at is 'When we learnt it.';
comment on column cashback.promoter_end.actor is 'Who ended it.';

create table cashback.bond (
  customer_id   uuid        not null,
  step          integer     not null,
  previous_step integer,
  bond_id       uuid        not null,
  promoter_id   uuid,
  reason        text        not null,
  content_hash  uuid        not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  number        bigint      generated always as identity,
  constraint bond_pk primary key (customer_id, step),
  constraint bond_cause_once unique (bond_id),
  constraint bond_of_promoter foreign key (promoter_id) references cashback.promoter (member_id),
  constraint bond_never_to_oneself check (promoter_id <> customer_id),
  constraint bond_first_touch check (step > 1 or (previous_step is null and promoter_id is not null)),
  constraint bond_follows foreign key (customer_id, previous_step) references cashback.bond (customer_id, step),
  constraint bond_steps check (step = 1 or previous_step = step - 1)
);
create index bond_of_promoters on cashback.bond (promoter_id, number);
comment on table cashback.bond is 'Who was recommended by whom: the first touch, and what authority changed of it since, step by step.';
comment on column cashback.bond.customer_id is 'Who was recommended.';
comment on column cashback.bond.step is 'From 1, the first touch.';
comment on column cashback.bond.previous_step is 'The step it follows.';
comment on column cashback.bond.bond_id is 'Derived from the caller''s key.';
comment on column cashback.bond.promoter_id is 'By whom; none once the bond was ended.';
comment on column cashback.bond.reason is 'Why it was changed, in the words of whoever did; empty at the first touch.';
comment on column cashback.bond.content_hash is 'Hash of what was asked.';
comment on column cashback.bond.occurred_at is 'From when.';
comment on column cashback.bond.recorded_at is 'When we learnt it.';
comment on column cashback.bond.actor is 'Who entered it.';
comment on column cashback.bond.number is 'Order of record.';

create table cashback.tree (
  root boolean not null default true,
  constraint tree_pk primary key (root),
  constraint tree_one_row check (root)
);
comment on table cashback.tree is 'One row, which whoever adds a bond holds: rings are looked for one bond at a time.';
comment on column cashback.tree.root is 'Always true.';
insert into cashback.tree default values;

create function cashback.refuse_ring() returns trigger language plpgsql as $$
begin
  perform 1 from cashback.tree for update;
  if exists (
    with recursive upwards as (
      select new.promoter_id as member_id
      union
      select b.promoter_id
      from upwards u
      join cashback.bond b on b.customer_id = u.member_id
      where b.promoter_id is not null
        and not exists (select from cashback.bond later where later.customer_id = b.customer_id and later.step > b.step)
    )
    select from upwards where member_id = new.customer_id
  ) then
    raise exception 'a bond would close a ring' using errcode = 'check_violation', constraint = 'bond_closes_no_ring';
  end if;
  return new;
end $$;
comment on function cashback.refuse_ring() is 'Keeps anybody from recommending whom they were recommended by, over however many.';
create trigger bond_closes_no_ring before insert on cashback.bond
  for each row when (new.promoter_id is not null) execute function cashback.refuse_ring();

-- Words of staff can be erased; nothing else changes.
create trigger promoter_append_only before update or delete on cashback.promoter
  for each statement execute function cashback.refuse_rewriting();
create trigger promoter_end_append_only before delete or update of member_id, content_hash, cause, occurred_at, recorded_at, actor
  on cashback.promoter_end for each statement execute function cashback.refuse_rewriting();
create trigger bond_append_only
  before delete or update of customer_id, step, previous_step, bond_id, promoter_id, content_hash, occurred_at, recorded_at, actor
  on cashback.bond for each statement execute function cashback.refuse_rewriting();
