create schema if not exists loyalty;
comment on schema loyalty is 'Purchases and returns as facts, the tier history they make, and where each member stands.';

create table loyalty.purchase (
    member_id uuid not null,
    purchase_id uuid not null,
    source text not null,
    number text not null,
    generation smallint not null default 0,
    occurred_at timestamptz not null,
    store_id uuid,
    staff_id uuid,
    total_minor bigint not null,
    currency char(3) not null,
    payment text,
    content_hash uuid not null,
    batch_id uuid,
    recorded_at timestamptz not null,
    constraint purchase_pk primary key (member_id, purchase_id),
    constraint purchase_total_not_negative check (total_minor >= 0),
    constraint purchase_source_form check (length(source) between 1 and 40),
    constraint purchase_number_form check (length(number) between 1 and 200)
);
comment on table loyalty.purchase is 'What members bought; a row is never changed, a correction is a voiding and a new row.';
comment on column loyalty.purchase.member_id is 'Who bought.';
comment on column loyalty.purchase.purchase_id is 'Derived from source, number and generation, so that the key is unique over all members.';
comment on column loyalty.purchase.source is 'The business system it comes from.';
comment on column loyalty.purchase.number is 'Its number there.';
comment on column loyalty.purchase.generation is 'How often this key had been voided before.';
comment on column loyalty.purchase.occurred_at is 'When it was bought.';
comment on column loyalty.purchase.store_id is 'Organisation unit where it was bought.';
comment on column loyalty.purchase.staff_id is 'Staff member who sold it.';
comment on column loyalty.purchase.total_minor is 'What was paid, in the smallest unit of the currency.';
comment on column loyalty.purchase.currency is 'ISO 4217 code.';
comment on column loyalty.purchase.payment is 'How it was paid, as the source calls it.';
comment on column loyalty.purchase.content_hash is 'Hash of the fact with its lines: the same key with other content is refused.';
comment on column loyalty.purchase.batch_id is 'The import that brought it.';
comment on column loyalty.purchase.recorded_at is 'When it became known here.';
-- The external key's guard over all members.
create unique index purchase_id_key on loyalty.purchase (purchase_id);
-- The list of purchases, newest first.
create index purchase_occurred_idx on loyalty.purchase (occurred_at, purchase_id);

create table loyalty.purchase_line (
    member_id uuid not null,
    purchase_id uuid not null,
    line_number integer not null,
    product text,
    category text,
    quantity_milli bigint not null,
    amount_minor bigint not null,
    constraint purchase_line_pk primary key (member_id, purchase_id, line_number),
    constraint purchase_line_of_purchase foreign key (member_id, purchase_id) references loyalty.purchase,
    constraint purchase_line_number_from_one check (line_number > 0),
    constraint purchase_line_quantity_positive check (quantity_milli > 0),
    constraint purchase_line_amount_not_negative check (amount_minor >= 0)
);
comment on table loyalty.purchase_line is 'The lines of purchases; their amounts add up to the purchase''s total.';
comment on column loyalty.purchase_line.member_id is 'Who bought.';
comment on column loyalty.purchase_line.purchase_id is 'The purchase.';
comment on column loyalty.purchase_line.line_number is 'From 1.';
comment on column loyalty.purchase_line.product is 'Product code of the source.';
comment on column loyalty.purchase_line.category is 'Category code of the source.';
comment on column loyalty.purchase_line.quantity_milli is 'Thousandths of the product''s unit.';
comment on column loyalty.purchase_line.amount_minor is 'Paid for this line after discounts, in the smallest unit of the purchase''s currency.';

create table loyalty.return (
    member_id uuid not null,
    return_id uuid not null,
    source text not null,
    number text not null,
    generation smallint not null default 0,
    purchase_number text not null,
    occurred_at timestamptz not null,
    amount_minor bigint,
    currency char(3),
    lines jsonb,
    content_hash uuid not null,
    batch_id uuid,
    recorded_at timestamptz not null,
    constraint return_pk primary key (member_id, return_id),
    constraint return_amount_not_negative check (amount_minor >= 0),
    constraint return_amount_with_currency check ((amount_minor is null) = (currency is null))
);
comment on table loyalty.return is 'What members gave back; one may be known before its purchase and counts from the purchase''s arrival.';
comment on column loyalty.return.member_id is 'Who gave it back.';
comment on column loyalty.return.return_id is 'Derived from source, number and generation.';
comment on column loyalty.return.source is 'The business system, of the purchase too.';
comment on column loyalty.return.number is 'The return''s number there.';
comment on column loyalty.return.generation is 'How often this key had been voided before.';
comment on column loyalty.return.purchase_number is 'Number of the purchase given back.';
comment on column loyalty.return.occurred_at is 'When it was given back.';
comment on column loyalty.return.amount_minor is 'Amount given back when no lines are named; with neither, everything that was left.';
comment on column loyalty.return.currency is 'ISO 4217 code of the amount.';
comment on column loyalty.return.lines is 'Lines given back: line, quantityMilli, amount.';
comment on column loyalty.return.content_hash is 'Hash of the fact.';
comment on column loyalty.return.batch_id is 'The import that brought it.';
comment on column loyalty.return.recorded_at is 'When it became known here.';
create unique index return_id_key on loyalty.return (return_id);
create index return_purchase_idx on loyalty.return (member_id, purchase_number);

create table loyalty.voiding (
    member_id uuid not null,
    fact_id uuid not null,
    batch_id uuid,
    recorded_at timestamptz not null,
    constraint voiding_pk primary key (member_id, fact_id)
);
comment on table loyalty.voiding is 'Counter-facts: the purchase, return or manual tier named here no longer counts.';
comment on column loyalty.voiding.member_id is 'Whose fact it was.';
comment on column loyalty.voiding.fact_id is 'The purchase, return or grant.';
comment on column loyalty.voiding.batch_id is 'The import whose undoing voided it.';
comment on column loyalty.voiding.recorded_at is 'When it was voided.';

create table loyalty.tier_grant (
    member_id uuid not null,
    grant_id uuid not null,
    tier text not null,
    granted_at timestamptz not null,
    until_date date,
    reason text not null,
    granted_by text not null,
    constraint tier_grant_pk primary key (member_id, grant_id)
);
comment on table loyalty.tier_grant is 'Tiers given by hand.';
comment on column loyalty.tier_grant.member_id is 'To whom.';
comment on column loyalty.tier_grant.grant_id is 'Identifier.';
comment on column loyalty.tier_grant.tier is 'The tier''s code.';
comment on column loyalty.tier_grant.granted_at is 'From when.';
comment on column loyalty.tier_grant.until_date is 'Last day; none for no end.';
comment on column loyalty.tier_grant.reason is 'Why, as written.';
comment on column loyalty.tier_grant.granted_by is 'Reference of the actor.';

create table loyalty.tier_change (
    member_id uuid not null,
    seq integer not null,
    effective_at timestamptz not null,
    from_tier text,
    to_tier text not null,
    reason text not null,
    policy_version integer not null,
    fact_id uuid,
    withdraws integer,
    recorded_at timestamptz not null,
    constraint tier_change_pk primary key (member_id, seq),
    constraint tier_change_withdraws_earlier check (withdraws < seq)
);
comment on table loyalty.tier_change is 'Tier history, append-only: a step that later facts disproved is withdrawn by a row that names it, and replaced by new rows.';
comment on column loyalty.tier_change.member_id is 'Whose tier.';
comment on column loyalty.tier_change.seq is 'Order of recording within the member.';
comment on column loyalty.tier_change.effective_at is 'From when the tier held.';
comment on column loyalty.tier_change.from_tier is 'Tier before; none at the first step.';
comment on column loyalty.tier_change.to_tier is 'Tier from then on.';
comment on column loyalty.tier_change.reason is 'joined, upgrade, review-kept, review-down, return, granted, grant-ended or standard-changed.';
comment on column loyalty.tier_change.policy_version is 'Version of loyalty.tiers that decided.';
comment on column loyalty.tier_change.fact_id is 'Purchase, return or grant that brought it, if one did.';
comment on column loyalty.tier_change.withdraws is 'The earlier row this one withdraws; its other columns repeat that row.';
comment on column loyalty.tier_change.recorded_at is 'When it became known.';
create unique index tier_change_withdrawn_once on loyalty.tier_change (member_id, withdraws) where withdraws is not null;

create table loyalty.standing (
    member_id uuid not null,
    tier text not null,
    since date not null,
    keep_until date,
    due_on date,
    growth bigint not null,
    spend_minor bigint not null,
    visits integer not null,
    last_purchase_at timestamptz,
    revision integer not null,
    steps integer not null,
    constraint standing_pk primary key (member_id)
);
comment on table loyalty.standing is 'Where each member stands; derived from the facts and rebuildable at any time.';
comment on column loyalty.standing.member_id is 'The member.';
comment on column loyalty.standing.tier is 'Tier in effect.';
comment on column loyalty.standing.since is 'First day on it.';
comment on column loyalty.standing.keep_until is 'Last day it is certain; none when it has no end.';
comment on column loyalty.standing.due_on is 'Next day on which time alone may change it (review, end of a grant).';
comment on column loyalty.standing.growth is 'Growth value earned in all, net of returns.';
comment on column loyalty.standing.spend_minor is 'Spent in all, net of returns, in the smallest unit of the base currency.';
comment on column loyalty.standing.visits is 'Purchases not given back entirely.';
comment on column loyalty.standing.last_purchase_at is 'When the last purchase was made.';
comment on column loyalty.standing.revision is 'How often the member was replayed; part of the ledger keys of what was booked then.';
comment on column loyalty.standing.steps is 'Highest seq of tier_change.';
create index standing_due_idx on loyalty.standing (due_on) where due_on is not null;

create table loyalty.review_run (
    kind text not null,
    through date not null,
    members integer not null,
    finished_at timestamptz not null,
    constraint review_run_pk primary key (kind, through)
);
comment on table loyalty.review_run is 'Which standards (kind standard) and reviews (kind review) have been carried out for all members.';
comment on column loyalty.review_run.kind is 'standard or review.';
comment on column loyalty.review_run.through is 'The day it was carried out for.';
comment on column loyalty.review_run.members is 'How many members were replayed.';
comment on column loyalty.review_run.finished_at is 'When it ended.';
