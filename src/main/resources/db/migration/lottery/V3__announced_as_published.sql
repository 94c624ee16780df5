-- From what worth on winners are made public is one of the limits of the day of publication. Lotteries published before go by
-- the limits of each draw's day, as they did.
alter table lottery.lottery add column announce_above bigint;
alter table lottery.lottery add column announce_currency text;
alter table lottery.lottery add constraint lottery_announces_in_a_currency
  check ((announce_above is null) = (announce_currency is null));
comment on column lottery.lottery.announce_above is 'Prizes worth more are made public; set when it is published';
comment on column lottery.lottery.announce_currency is 'Currency of that worth';

create function lottery.refuse_changed_limits() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.announce_above, new.announce_currency) is distinct from (old.announce_above, old.announce_currency)
  then
    raise exception 'what lottery % announces is fixed by its publication', old.lottery_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger lottery_limits_frozen before update on lottery.lottery
  for each row execute function lottery.refuse_changed_limits();
