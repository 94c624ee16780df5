alter table ledger.hold alter column times_out_at drop not null;
comment on column ledger.hold.times_out_at is 'When it is released by itself; absent where whoever placed it ends it.';

-- What stored value sets aside is ended by its own clock, which waits while an account is frozen.
update ledger.hold h
set times_out_at = null
from ledger.posting p
where h.state = 'open'
  and p.member_id = h.member_id
  and p.posting_id = h.hold_id
  and p.cause_type = 'prepaid.movement';
do $$ begin
  if exists (
    select from ledger.hold h
    join ledger.posting p on p.member_id = h.member_id and p.posting_id = h.hold_id
    where h.state = 'open' and p.cause_type = 'prepaid.movement' and h.times_out_at is not null) then
    raise exception 'a hold of stored value would still end by itself';
  end if;
end $$;
