create schema if not exists lottery;
comment on schema lottery is 'Lotteries: terms with exact odds, the committed seed, every draw and what became of its prize.';

create table lottery.lottery (
  lottery_id  uuid        not null,
  code        text        not null,
  state       text        not null,
  version     int         not null,
  name        text        not null,
  first_day   date        not null,
  last_day    date        not null,
  points      bigint      not null,
  free_draws  int         not null,
  per_day     int,
  per_member  int,
  details     jsonb       not null,
  terms       text,
  terms_hash  bytea,
  commitment  bytea,
  sealed_seed bytea,
  seed        bytea,
  reveal_on   date,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  constraint lottery_pk primary key (lottery_id),
  constraint lottery_coded unique (code),
  constraint lottery_state_known check (state in ('draft', 'published', 'open', 'closed', 'revealed')),
  constraint lottery_days check (first_day <= last_day),
  constraint lottery_counts check (version > 0 and points >= 0 and free_draws >= 0 and per_day > 0 and per_member > 0),
  constraint lottery_commits_when_published check ((state = 'draft') = (commitment is null)
    and (state = 'draft') = (sealed_seed is null) and (state = 'draft') = (terms is null)
    and (state = 'draft') = (terms_hash is null) and (state = 'draft') = (reveal_on is null)),
  constraint lottery_terms_as_hashed check (terms is null or sha256(convert_to(terms, 'UTF8')) = terms_hash),
  constraint lottery_seed_only_when_revealed check ((state = 'revealed') = (seed is not null)),
  constraint lottery_seed_as_committed check (seed is null or sha256(seed) = commitment)
) with (fillfactor = 80);
create index lottery_newest on lottery.lottery (created_at, lottery_id);
comment on table lottery.lottery is 'A lottery; its terms are frozen and its seed is committed to when it is published.';
comment on column lottery.lottery.lottery_id is 'Identifier.';
comment on column lottery.lottery.code is 'The house''s own number for it.';
comment on column lottery.lottery.state is 'draft, published, open, closed or revealed.';
comment on column lottery.lottery.version is 'Counts its changes and moves.';
comment on column lottery.lottery.name is 'What members and staff read.';
comment on column lottery.lottery.first_day is 'First business day on which can be drawn.';
comment on column lottery.lottery.last_day is 'Last business day.';
comment on column lottery.lottery.points is 'What a draw costs.';
comment on column lottery.lottery.free_draws is 'How many of a member''s first draws cost nothing.';
comment on column lottery.lottery.per_day is 'The most draws of a member on one business day; absent for no limit.';
comment on column lottery.lottery.per_member is 'The most draws of a member in all; absent for no limit.';
comment on column lottery.lottery.details is 'All that was entered.';
comment on column lottery.lottery.terms is 'What was published, letter for letter.';
comment on column lottery.lottery.terms_hash is 'SHA-256 of that text in UTF-8.';
comment on column lottery.lottery.commitment is 'SHA-256 of the secret seed, public from the publication on.';
comment on column lottery.lottery.sealed_seed is 'The seed, sealed under the installation''s master key.';
comment on column lottery.lottery.seed is 'The seed, once it is revealed.';
comment on column lottery.lottery.reveal_on is 'The day on which the seed is revealed at the latest.';
comment on column lottery.lottery.created_at is 'When it was entered.';
comment on column lottery.lottery.changed_at is 'When it was changed or moved last.';

create table lottery.prize (
  lottery_id  uuid    not null,
  place       int     not null,
  code        text    not null,
  odds        int     not null,
  stock       bigint,
  hits        bigint  not null default 0,
  consolation boolean not null,
  constraint prize_pk primary key (lottery_id, place),
  constraint prize_coded unique (lottery_id, code),
  constraint prize_of_lottery foreign key (lottery_id) references lottery.lottery (lottery_id),
  constraint prize_odds check (odds between 0 and 1000000),
  constraint prize_counts check (place >= 0 and stock > 0 and hits >= 0),
  constraint prize_consolation_never_runs_out check (not consolation or stock is null)
) with (fillfactor = 60);
create unique index prize_one_consolation on lottery.prize (lottery_id) where consolation;
comment on table lottery.prize is 'What can be won; the row of one with a stock is the lock under which its hits are numbered.';
comment on column lottery.prize.lottery_id is 'In which lottery.';
comment on column lottery.prize.place is 'Its place in the list from 0, which decides the tickets it stands for.';
comment on column lottery.prize.code is 'Its own code within the lottery.';
comment on column lottery.prize.odds is 'In parts per million; those of a lottery sum to one million.';
comment on column lottery.prize.stock is 'How many there are; absent for as many as are drawn.';
comment on column lottery.prize.hits is 'How many tickets fell on it, counted only where there is a stock.';
comment on column lottery.prize.consolation is 'Whether it is given where another has run out.';

create function lottery.odds_sum_to_one() returns trigger language plpgsql as $$
declare
  whose uuid := case tg_op when 'DELETE' then old.lottery_id else new.lottery_id end;
  total bigint;
  consolations int;
begin
  select sum(odds), count(*) filter (where consolation) into total, consolations
  from lottery.prize where lottery_id = whose;
  if total <> 1000000 or consolations <> 1 then
    raise exception 'the odds of lottery % sum to % parts per million, with % consolation prizes', whose, total, consolations
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
comment on function lottery.odds_sum_to_one() is 'Refuses a lottery whose odds are not exactly one or that has no consolation prize.';
create constraint trigger prize_odds_sum_to_one after insert or update of odds, consolation or delete on lottery.prize
  deferrable initially deferred for each row execute function lottery.odds_sum_to_one();

create function lottery.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'lottery.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function lottery.refuse_rewriting() is 'Keeps recorded facts as they are.';

create function lottery.refuse_changed_terms() returns trigger language plpgsql as $$
begin
  if (select state from lottery.lottery where lottery_id = old.lottery_id) <> 'draft' then
    raise exception 'the prizes of lottery % were published', old.lottery_id using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function lottery.refuse_changed_terms() is 'Keeps published prizes as they are.';
create trigger prize_frozen before delete or update of lottery_id, place, code, odds, stock, consolation on lottery.prize
  for each row execute function lottery.refuse_changed_terms();

create function lottery.refuse_changed_lottery() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
      (new.lottery_id, new.code, new.name, new.first_day, new.last_day, new.points, new.free_draws, new.details, new.terms,
        new.terms_hash, new.commitment, new.sealed_seed, new.reveal_on)
      is distinct from (old.lottery_id, old.code, old.name, old.first_day, old.last_day, old.points, old.free_draws, old.details,
        old.terms, old.terms_hash, old.commitment, old.sealed_seed, old.reveal_on)
      or new.per_day is distinct from old.per_day or new.per_member is distinct from old.per_member
      or (old.seed is not null and new.seed is distinct from old.seed)) then
    raise exception 'lottery % was published', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function lottery.refuse_changed_lottery() is 'Keeps published terms and the commitment as they are.';
create trigger lottery_frozen before update on lottery.lottery
  for each row execute function lottery.refuse_changed_lottery();
create trigger lottery_stays before delete on lottery.lottery
  for each statement execute function lottery.refuse_rewriting();

create table lottery.move (
  lottery_id  uuid        not null,
  version     int         not null,
  state       text        not null,
  reason      text,
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint move_pk primary key (lottery_id, version),
  constraint move_of_lottery foreign key (lottery_id) references lottery.lottery (lottery_id)
);
comment on table lottery.move is 'Every state a lottery came into, never changed.';
comment on column lottery.move.lottery_id is 'Which lottery.';
comment on column lottery.move.version is 'Its version after the move.';
comment on column lottery.move.state is 'The state it came into.';
comment on column lottery.move.reason is 'Why it was closed before its last day.';
comment on column lottery.move.recorded_at is 'When.';
comment on column lottery.move.actor is 'Who moved it.';
create trigger move_append_only before update or delete on lottery.move
  for each statement execute function lottery.refuse_rewriting();

create table lottery.entrant (
  member_id   uuid not null,
  lottery_id  uuid not null,
  participant text not null,
  draws       int  not null default 0,
  cancelled   int  not null default 0,
  free        int  not null default 0,
  most        int,
  constraint entrant_pk primary key (member_id, lottery_id),
  constraint entrant_once unique (lottery_id, participant),
  constraint entrant_of_lottery foreign key (lottery_id) references lottery.lottery (lottery_id),
  constraint entrant_within_limit
    check (cancelled between 0 and draws and free between 0 and draws and (most is null or draws - cancelled <= most))
) with (fillfactor = 70);
comment on table lottery.entrant is 'What a member has drawn in a lottery; its row is the lock under which draws are numbered.';
comment on column lottery.entrant.member_id is 'Who.';
comment on column lottery.entrant.lottery_id is 'In which lottery.';
comment on column lottery.entrant.participant is 'The opaque number under which the draws are published.';
comment on column lottery.entrant.draws is 'The number of the last draw.';
comment on column lottery.entrant.cancelled is 'How many were cancelled; they do not count for limits.';
comment on column lottery.entrant.free is 'How many free ones stand.';
comment on column lottery.entrant.most is 'The most that may stand.';

create table lottery.entrant_day (
  member_id  uuid not null,
  lottery_id uuid not null,
  day        date not null,
  draws      int  not null,
  most       int,
  constraint entrant_day_pk primary key (member_id, lottery_id, day),
  constraint entrant_day_of_entrant foreign key (member_id, lottery_id) references lottery.entrant (member_id, lottery_id),
  constraint entrant_day_within_limit check (draws >= 0 and (most is null or draws <= most))
) with (fillfactor = 70);
comment on table lottery.entrant_day is 'How many draws of a member on one business day stand.';
comment on column lottery.entrant_day.member_id is 'Who.';
comment on column lottery.entrant_day.lottery_id is 'In which lottery.';
comment on column lottery.entrant_day.day is 'Business day.';
comment on column lottery.entrant_day.draws is 'How many.';
comment on column lottery.entrant_day.most is 'The most there may be.';

create table lottery.draw (
  draw_id       uuid        not null,
  position      bigint      generated always as identity,
  lottery_id    uuid        not null,
  member_id     uuid        not null,
  participant   text        not null,
  number        int         not null,
  ticket        int         not null,
  drawn         int         not null,
  given         int         not null,
  hit           bigint,
  free          boolean     not null,
  points        bigint      not null,
  posting_id    uuid,
  award_posting uuid,
  award_id      uuid,
  code_hash     uuid,
  collect_by    date,
  worth         bigint      not null,
  currency      text        not null,
  announced     boolean     not null,
  store_id      uuid,
  content_hash  uuid        not null,
  occurred_on   date        not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  constraint draw_pk primary key (draw_id),
  constraint draw_in_order unique (position),
  constraint draw_numbered unique (lottery_id, participant, number),
  constraint draw_by_entrant foreign key (member_id, lottery_id) references lottery.entrant (member_id, lottery_id),
  constraint draw_of_prize foreign key (lottery_id, drawn) references lottery.prize (lottery_id, place),
  constraint draw_gives_prize foreign key (lottery_id, given) references lottery.prize (lottery_id, place),
  constraint draw_ticket check (number > 0 and ticket between 0 and 999999),
  constraint draw_hit check (hit > 0 and (given = drawn or hit is not null)),
  constraint draw_paid check (points >= 0 and (not free or points = 0) and (points = 0) = (posting_id is null)),
  constraint draw_collected check ((code_hash is null) = (collect_by is null)),
  constraint draw_worth check (worth >= 0)
);
create unique index draw_hits_numbered on lottery.draw (lottery_id, drawn, hit) where hit is not null;
create unique index draw_by_code on lottery.draw (code_hash) where code_hash is not null;
create index draw_of_members on lottery.draw (member_id, position);
create index draw_of_lottery on lottery.draw (lottery_id, position);
create index draw_by_store on lottery.draw (store_id, position) where store_id is not null;
comment on table lottery.draw is 'One draw, with the ticket that anybody can recompute, never changed.';
comment on column lottery.draw.draw_id is 'Derived from the caller''s key.';
comment on column lottery.draw.position is 'Counts all draws, for lists.';
comment on column lottery.draw.lottery_id is 'In which lottery.';
comment on column lottery.draw.member_id is 'Who drew.';
comment on column lottery.draw.participant is 'The opaque number of the member in this lottery.';
comment on column lottery.draw.number is 'The member''s how-many-th draw in this lottery, without gaps.';
comment on column lottery.draw.ticket is 'From 0 to 999999: what seed, lottery, participant and number come to.';
comment on column lottery.draw.drawn is 'The prize whose tickets it is one of, by its place.';
comment on column lottery.draw.given is 'The prize given: that one, or the consolation where its stock was used up.';
comment on column lottery.draw.hit is 'The how-many-th ticket that fell on a prize with a stock.';
comment on column lottery.draw.free is 'Whether it was one of the free ones.';
comment on column lottery.draw.points is 'What it cost.';
comment on column lottery.draw.posting_id is 'The ledger''s posting of the cost.';
comment on column lottery.draw.award_posting is 'The ledger''s posting of points that were won.';
comment on column lottery.draw.award_id is 'The coupon or the order that was won.';
comment on column lottery.draw.code_hash is 'Keyed hash of the pick-up code of a thing.';
comment on column lottery.draw.collect_by is 'The last day on which the thing is handed out.';
comment on column lottery.draw.worth is 'What the prize given is worth, in the smallest unit.';
comment on column lottery.draw.currency is 'Of that worth.';
comment on column lottery.draw.announced is 'Whether the prize given is worth so much that its winning is made public.';
comment on column lottery.draw.store_id is 'Where it was drawn.';
comment on column lottery.draw.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column lottery.draw.occurred_on is 'Business day.';
comment on column lottery.draw.occurred_at is 'When.';
comment on column lottery.draw.recorded_at is 'When we learnt it.';
comment on column lottery.draw.actor is 'Who drew for the member.';
-- A lost pick-up code is replaced; nothing else changes.
create trigger draw_append_only
  before delete or update of draw_id, lottery_id, member_id, participant, number, ticket, drawn, given, hit, free, points, posting_id,
    award_posting, award_id, collect_by, worth, currency, announced, store_id, content_hash, occurred_on, occurred_at, recorded_at, actor
  on lottery.draw for each statement execute function lottery.refuse_rewriting();

create table lottery.ending (
  draw_id      uuid        not null,
  member_id    uuid        not null,
  kind         text        not null,
  store_id     uuid,
  reason       text,
  back_posting uuid,
  cause        uuid        not null,
  occurred_on  date        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint ending_pk primary key (draw_id),
  constraint ending_of_draw foreign key (draw_id) references lottery.draw (draw_id),
  constraint ending_kind_known check (kind in ('handed-out', 'cancelled')),
  constraint ending_is_told check ((kind = 'cancelled') = (reason is not null) and (kind = 'cancelled' or back_posting is null)
    and (kind = 'cancelled' or store_id is not null))
);
create index ending_of_members on lottery.ending (member_id, occurred_at, draw_id);
comment on table lottery.ending is 'What became of a draw later: its thing was handed out, or it was cancelled by a counter-act. Never changed.';
comment on column lottery.ending.draw_id is 'Of which draw.';
comment on column lottery.ending.member_id is 'Whose it is.';
comment on column lottery.ending.kind is 'handed-out or cancelled.';
comment on column lottery.ending.store_id is 'Where.';
comment on column lottery.ending.reason is 'Why it was cancelled, in the words of whoever did.';
comment on column lottery.ending.back_posting is 'The ledger''s posting that gave the cost back.';
comment on column lottery.ending.cause is 'Derived from the caller''s key.';
comment on column lottery.ending.occurred_on is 'Business day.';
comment on column lottery.ending.occurred_at is 'When.';
comment on column lottery.ending.recorded_at is 'When we learnt it.';
comment on column lottery.ending.actor is 'Who did it.';
-- Words of staff can be erased; nothing else changes.
create trigger ending_append_only
  before delete or update of draw_id, member_id, kind, store_id, back_posting, cause, occurred_on, occurred_at, recorded_at, actor
  on lottery.ending for each statement execute function lottery.refuse_rewriting();

create table lottery.code_attempt (
  actor      text        not null,
  attempt_id uuid        not null,
  tried_at   timestamptz not null,
  constraint code_attempt_pk primary key (actor, attempt_id)
);
create index code_attempt_old on lottery.code_attempt (tried_at);
comment on table lottery.code_attempt is 'Pick-up codes that were tried and did not exist, for a while.';
comment on column lottery.code_attempt.actor is 'Who tried.';
comment on column lottery.code_attempt.attempt_id is 'Identifier.';
comment on column lottery.code_attempt.tried_at is 'When.';
