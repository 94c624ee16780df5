create schema if not exists ledger;

create table ledger.asset (
  asset     text    not null,
  programme text    not null,
  may_owe   boolean not null,
  constraint asset_pk primary key (asset),
  constraint asset_code_plain check (asset ~ '^[a-z][a-z0-9-]{0,31}$')
);
comment on table ledger.asset is 'Kinds of value that members own';
comment on column ledger.asset.asset is 'Code of the asset';
comment on column ledger.asset.programme is 'The programme it belongs to; a group with two brands has two';
comment on column ledger.asset.may_owe is 'Whether a member may owe it; if not, what a claw-back does not find is the company''s loss';

insert into ledger.asset (asset, programme, may_owe) values
  ('points', 'main', true),
  ('growth', 'main', false),
  ('principal', 'main', false),
  ('bonus', 'main', false),
  ('cashback', 'main', false),
  ('sessions', 'main', false);

create table ledger.account (
  member_id        uuid        not null,
  asset            text        not null,
  balance          bigint      not null default 0,
  held             bigint      not null default 0,
  last_occurred_at timestamptz not null default '1900-01-01 00:00:00+00',
  last_taken_at    timestamptz not null default '1900-01-01 00:00:00+00',
  constraint account_pk primary key (member_id, asset),
  constraint account_asset_known foreign key (asset) references ledger.asset (asset),
  constraint account_held_not_negative check (held >= 0),
  constraint account_balance_in_range check (balance between -1000000000000000 and 1000000000000000)
) with (fillfactor = 70);
comment on table ledger.account is 'One member''s account of one asset; its row is the lock under which the account changes';
comment on column ledger.account.member_id is 'Who owns it';
comment on column ledger.account.asset is 'What it counts';
comment on column ledger.account.balance is 'Sum of the lots, which is the sum of the entries';
comment on column ledger.account.held is 'Sum of the open holds; not part of the balance';
comment on column ledger.account.last_occurred_at is 'When the latest movement was true; what is older arrives late';
comment on column ledger.account.last_taken_at is 'When something last took value or paid a debt; a grant after it cannot disturb anything';

create table ledger.lot (
  member_id  uuid   not null,
  asset      text   not null,
  expires_on date   not null,
  amount     bigint not null,
  constraint lot_pk primary key (member_id, asset, expires_on),
  constraint lot_never_below_zero check (case when expires_on = '-infinity' then amount <= 0 else amount >= 0 end)
) with (fillfactor = 70);
comment on table ledger.lot is 'What a member owns of an asset, by expiry';
comment on column ledger.lot.member_id is 'Who owns it';
comment on column ledger.lot.asset is 'What it counts';
comment on column ledger.lot.expires_on is 'First day it is no longer valid; infinity never expires, -infinity is what the member owes';
comment on column ledger.lot.amount is 'How much is left; below zero only for debt';

create table ledger.posting (
  member_id      uuid        not null,
  posting_id     uuid        not null,
  content_hash   uuid        not null,
  kind           text        not null,
  cause_type     text        not null,
  cause_id       uuid        not null,
  movements      text        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason_code    text,
  policy_version int         not null,
  reverses       uuid,
  constraint posting_pk primary key (member_id, posting_id),
  constraint posting_key_once unique (posting_id)
);
create unique index posting_reversed_once on ledger.posting (reverses) where reverses is not null;
comment on table ledger.posting is 'What was asked to be booked, once per key, never changed';
comment on column ledger.posting.member_id is 'Whose value moves';
comment on column ledger.posting.posting_id is 'Derived from the caller''s key';
comment on column ledger.posting.content_hash is 'Hash of what was asked: the same key with other content is refused';
comment on column ledger.posting.kind is 'Sort of act: purchase, return, adjustment, redemption, expiry, reversal, hold';
comment on column ledger.posting.cause_type is 'Sort of fact that caused it';
comment on column ledger.posting.cause_id is 'The fact that caused it';
comment on column ledger.posting.movements is 'The movements asked for, one a line';
comment on column ledger.posting.occurred_at is 'When it was true';
comment on column ledger.posting.recorded_at is 'When we learnt it';
comment on column ledger.posting.actor is 'Who asked for it';
comment on column ledger.posting.reason_code is 'Why, if the actor gave a reason';
comment on column ledger.posting.policy_version is 'Version of the policy that decided the amounts, 0 if none did';
comment on column ledger.posting.reverses is 'The posting this one undoes';

create table ledger.entry (
  member_id   uuid        not null,
  occurred_at timestamptz not null,
  posting_id  uuid        not null,
  line        smallint    not null,
  asset       text        not null,
  expires_on  date        not null,
  contra      text        not null,
  amount      bigint      not null,
  about       uuid        not null,
  recorded_at timestamptz not null,
  constraint entry_pk primary key (member_id, occurred_at, posting_id, line)
);
comment on table ledger.entry is 'What was booked: each row moves an amount between a lot and a programme account, never changed';
comment on column ledger.entry.member_id is 'Whose lot';
comment on column ledger.entry.occurred_at is 'When the movement it is about was true';
comment on column ledger.entry.posting_id is 'The posting that booked it';
comment on column ledger.entry.line is 'Number within the posting';
comment on column ledger.entry.asset is 'What is counted';
comment on column ledger.entry.expires_on is 'The lot, by expiry';
comment on column ledger.entry.contra is 'The programme account on the other side, which changes by the opposite amount';
comment on column ledger.entry.amount is 'Change of the lot';
comment on column ledger.entry.about is 'The posting whose movement it allocates; another one in a correction';
comment on column ledger.entry.recorded_at is 'When it was booked';

create table ledger.programme_change (
  change_id   uuid        not null,
  asset       text        not null,
  contra      text        not null,
  amount      bigint      not null,
  recorded_at timestamptz not null,
  constraint programme_change_pk primary key (change_id)
);
comment on table ledger.programme_change is 'Changes of the programme accounts, one row a transaction, so that no row is hot; folded by a job';
comment on column ledger.programme_change.change_id is 'Identifier';
comment on column ledger.programme_change.asset is 'What is counted';
comment on column ledger.programme_change.contra is 'Programme account: issued, redeemed, adjusted, expired, lost, held';
comment on column ledger.programme_change.amount is 'Change of that account';
comment on column ledger.programme_change.recorded_at is 'When it was booked';

create view ledger.programme_account as
  select asset, contra, sum(amount)::bigint as balance
  from ledger.programme_change
  group by asset, contra;
comment on view ledger.programme_account is 'Balances of the programme accounts; with the members'' accounts they sum to zero';

create table ledger.hold (
  member_id    uuid        not null,
  hold_id      uuid        not null,
  asset        text        not null,
  amount       bigint      not null,
  state        text        not null,
  placed_at    timestamptz not null,
  times_out_at timestamptz not null,
  closed_at    timestamptz,
  constraint hold_pk primary key (member_id, hold_id),
  constraint hold_once unique (hold_id),
  constraint hold_state_known check (state in ('open', 'used', 'released')),
  constraint hold_amount_positive check (amount > 0)
);
create index hold_open_by_time on ledger.hold (times_out_at) where state = 'open';
comment on table ledger.hold is 'Value set aside for redemptions under way';
comment on column ledger.hold.member_id is 'Whose value';
comment on column ledger.hold.hold_id is 'The posting that placed it';
comment on column ledger.hold.asset is 'What is counted';
comment on column ledger.hold.amount is 'How much is set aside';
comment on column ledger.hold.state is 'open, used or released';
comment on column ledger.hold.placed_at is 'When it was placed';
comment on column ledger.hold.times_out_at is 'When it is released by itself';
comment on column ledger.hold.closed_at is 'When it was used or released';

create table ledger.law_proof (
  law             text        not null,
  proved_at       timestamptz not null,
  holds           boolean     not null,
  covered         bigint      not null,
  counter_example text,
  millis          bigint      not null,
  constraint law_proof_pk primary key (law, proved_at)
);
comment on table ledger.law_proof is 'Outcomes of checking the laws';
comment on column ledger.law_proof.law is 'Code of the law';
comment on column ledger.law_proof.proved_at is 'When it was checked';
comment on column ledger.law_proof.holds is 'Whether it holds';
comment on column ledger.law_proof.covered is 'How many facts were looked at';
comment on column ledger.law_proof.counter_example is 'The first fact that breaks it';
comment on column ledger.law_proof.millis is 'How long the check took';

create function ledger.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function ledger.refuse_rewriting() is 'Keeps booked facts as they are';
create trigger posting_append_only before update or delete on ledger.posting
  for each statement execute function ledger.refuse_rewriting();
create trigger entry_append_only before update or delete on ledger.entry
  for each statement execute function ledger.refuse_rewriting();
