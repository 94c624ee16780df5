-- Occasions that are no purchases: a check-in, a completed profile, an answered survey, a member brought.
create table loyalty.occasion (
    member_id uuid not null,
    occasion_id uuid not null,
    kind text not null,
    source text not null,
    number text not null,
    occurred_at timestamptz not null,
    store_id uuid,
    about text,
    content_hash uuid not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint occasion_pk primary key (member_id, occasion_id),
    constraint occasion_kind_known check (kind in ('CHECK_IN', 'PROFILE_COMPLETED', 'SURVEY_ANSWERED', 'REFERRAL')),
    constraint occasion_source_form check (length(source) between 1 and 40),
    constraint occasion_number_form check (length(number) between 1 and 200),
    constraint occasion_about_form check (length(about) between 1 and 100),
    constraint occasion_about_what check (about is not null or kind in ('CHECK_IN', 'PROFILE_COMPLETED'))
);
comment on table loyalty.occasion is 'What members did beside buying that the programme thanks for; a row is never changed, a mistake is taken back.';
comment on column loyalty.occasion.member_id is 'Whose occasion it was: who came, answered or recommended.';
comment on column loyalty.occasion.occasion_id is 'Derived from source and number, so that the key is unique over all members.';
comment on column loyalty.occasion.kind is 'What sort of occasion.';
comment on column loyalty.occasion.source is 'The system it comes from.';
comment on column loyalty.occasion.number is 'Its number there.';
comment on column loyalty.occasion.occurred_at is 'When it happened.';
comment on column loyalty.occasion.store_id is 'Organisation unit where it happened.';
comment on column loyalty.occasion.about is 'What it was about: name or number of the survey, identifier of the member who was brought.';
comment on column loyalty.occasion.content_hash is 'Hash of the fact: the same key with other content is refused.';
comment on column loyalty.occasion.recorded_at is 'When it became known here.';
comment on column loyalty.occasion.recorded_by is 'Reference of the actor.';
-- The external key's guard over all members.
create unique index occasion_id_key on loyalty.occasion (occasion_id);
-- Who brought a member, whoever that was.
create index occasion_referred_idx on loyalty.occasion (about) where kind = 'REFERRAL';

create table loyalty.occasion_taken_back (
    member_id uuid not null,
    occasion_id uuid not null,
    taking_id uuid not null,
    taken_at timestamptz not null,
    reason text not null,
    taken_by text not null,
    constraint occasion_taken_back_pk primary key (member_id, occasion_id),
    constraint occasion_taken_back_of foreign key (member_id, occasion_id) references loyalty.occasion
);
comment on table loyalty.occasion_taken_back is 'Occasions that turned out to be a mistake or an abuse: from then on they count no more, and what they brought goes back.';
comment on column loyalty.occasion_taken_back.member_id is 'Whose occasion it was.';
comment on column loyalty.occasion_taken_back.occasion_id is 'The occasion, taken back once.';
comment on column loyalty.occasion_taken_back.taking_id is 'Identifier of the taking back, the cause of what goes back.';
comment on column loyalty.occasion_taken_back.taken_at is 'When, which is also when it became known.';
comment on column loyalty.occasion_taken_back.reason is 'Why, as written.';
comment on column loyalty.occasion_taken_back.taken_by is 'Reference of the actor.';
create unique index occasion_taken_back_id_key on loyalty.occasion_taken_back (taking_id);
