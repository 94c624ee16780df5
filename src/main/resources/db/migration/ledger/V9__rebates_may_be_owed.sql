-- What was credited for goods that come back later is owed where it was spent meanwhile.
update ledger.asset set may_owe = true where asset = 'cashback';
insert into ledger.asset (asset, programme, may_owe) values ('commission', 'main', true);

do $$
begin
  if (select count(*) from ledger.asset where asset in ('cashback', 'commission') and may_owe) <> 2 then
    raise exception 'cashback and commission may be owed';
  end if;
end $$;
