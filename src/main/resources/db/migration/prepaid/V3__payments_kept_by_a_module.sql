alter table prepaid.payment
  add column kept_by    text,
  add column kept_about uuid,
  add column kept_name  text,
  add constraint payment_kept_whole check ((kept_by is null) = (kept_about is null) and (kept_by is null) = (kept_name is null));
comment on column prepaid.payment.kept_by is 'The module that sold what was paid for and alone gives it back; absent where it was paid here.';
comment on column prepaid.payment.kept_about is 'Its sale.';
comment on column prepaid.payment.kept_name is 'What the sale is called on the receipt.';

-- Payments of earlier sales belong to them too; a new database has none.
do $$ begin
  if to_regclass('checkout.sale') is not null then
    update prepaid.payment p
    set kept_by = 'checkout', kept_about = s.checkout_id, kept_name = s.number
    from checkout.sale s
    where s.stored_movement = p.payment_id;
    if exists (
      select from checkout.sale s
      join prepaid.payment p on p.payment_id = s.stored_movement
      where p.kept_about is distinct from s.checkout_id) then
      raise exception 'a payment of a sale is without its sale';
    end if;
  end if;
end $$;
