create table loyalty.run_member (
    member_id uuid not null,
    run_id uuid not null,
    undoes uuid,
    due_on date,
    reviewed_on date,
    tier_before text not null,
    tier_after text not null,
    due_after date,
    constraint run_member_pk primary key (member_id, run_id)
);
comment on table loyalty.run_member is 'Whom a run of tier reviews, or the run that undid it, concerned, with the tier before and after.';
comment on column loyalty.run_member.run_id is 'The run.';
comment on column loyalty.run_member.member_id is 'The member.';
comment on column loyalty.run_member.undoes is 'The run this one undoes; none when it reviewed.';
comment on column loyalty.run_member.due_on is 'The day that was due.';
comment on column loyalty.run_member.reviewed_on is 'The day of the review that was held or, by an undoing run, postponed; none when only a manual tier ended.';
comment on column loyalty.run_member.tier_before is 'Tier in effect before.';
comment on column loyalty.run_member.tier_after is 'Tier in effect after.';
comment on column loyalty.run_member.due_after is 'The next day due after.';
create index run_member_idx on loyalty.run_member (run_id, member_id);

create table loyalty.review_postponement (
    member_id uuid not null,
    review_on date not null,
    until date not null,
    run_id uuid not null,
    recorded_at timestamptz not null,
    constraint review_postponement_pk primary key (member_id, review_on),
    constraint review_postponement_later check (until > review_on)
);
comment on table loyalty.review_postponement is 'Counter-facts to tier reviews: the review that falls on the day named is held on a later day instead.';
comment on column loyalty.review_postponement.member_id is 'Whose review.';
comment on column loyalty.review_postponement.review_on is 'The day it fell on.';
comment on column loyalty.review_postponement.until is 'The day it is held instead.';
comment on column loyalty.review_postponement.run_id is 'The run that undid the review.';
comment on column loyalty.review_postponement.recorded_at is 'When it became known.';
comment on column loyalty.tier_change.reason is
    'joined, upgrade, review-kept, review-down, review-postponed, return, granted, grant-ended or standard-changed.';
