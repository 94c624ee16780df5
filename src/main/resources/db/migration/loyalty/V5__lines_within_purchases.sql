-- A purchase's lines are written with it, read with it and never changed: within its row they need no key, no index and no
-- foreign key of their own, and none can be without its purchase. The view shows them as rows.
alter table loyalty.purchase
    add column line_products text[] not null default '{}',
    add column line_categories text[] not null default '{}',
    add column line_quantities_milli bigint[] not null default '{}',
    add column line_amounts_minor bigint[] not null default '{}';
comment on column loyalty.purchase.line_products is 'Product code of the source, line by line in the order of the receipt; none where it is not known.';
comment on column loyalty.purchase.line_categories is 'Category code of the source, line by line; none where it is not known.';
comment on column loyalty.purchase.line_quantities_milli is 'Thousandths of the product''s unit, line by line.';
comment on column loyalty.purchase.line_amounts_minor is 'Paid for each line after discounts, in the smallest unit of the purchase''s currency; they add up to the total.';

update loyalty.purchase p
set line_products = l.products,
    line_categories = l.categories,
    line_quantities_milli = l.quantities,
    line_amounts_minor = l.amounts
from (
    select member_id,
           purchase_id,
           array_agg(product order by line_number) as products,
           array_agg(category order by line_number) as categories,
           array_agg(quantity_milli order by line_number) as quantities,
           array_agg(amount_minor order by line_number) as amounts
    from loyalty.purchase_line
    group by member_id, purchase_id
) l
where p.member_id = l.member_id
  and p.purchase_id = l.purchase_id;

do $$
begin
    if exists (
        (select member_id, purchase_id, row_number() over (partition by member_id, purchase_id order by line_number),
                product, category, quantity_milli, amount_minor
         from loyalty.purchase_line)
        except
        (select p.member_id, p.purchase_id, l.number, l.product, l.category, l.quantity_milli, l.amount_minor
         from loyalty.purchase p
         cross join lateral unnest(p.line_products, p.line_categories, p.line_quantities_milli, p.line_amounts_minor)
             with ordinality as l (product, category, quantity_milli, amount_minor, number))
    ) then
        raise exception 'a line of a purchase was not carried over';
    end if;
end $$;

drop table loyalty.purchase_line;

alter table loyalty.purchase
    add constraint purchase_lines_whole check (
        cardinality(line_products) = cardinality(line_amounts_minor)
        and cardinality(line_categories) = cardinality(line_amounts_minor)
        and cardinality(line_quantities_milli) = cardinality(line_amounts_minor)),
    add constraint purchase_line_quantities_positive check ((0 < all (line_quantities_milli)) is true),
    add constraint purchase_line_amounts_not_negative check ((0 <= all (line_amounts_minor)) is true);

create view loyalty.purchase_line as
    select p.member_id,
           p.purchase_id,
           l.line_number::integer as line_number,
           l.product,
           l.category,
           l.quantity_milli,
           l.amount_minor
    from loyalty.purchase p
    cross join lateral unnest(p.line_products, p.line_categories, p.line_quantities_milli, p.line_amounts_minor)
        with ordinality as l (product, category, quantity_milli, amount_minor, line_number);
comment on view loyalty.purchase_line is 'The lines of purchases, a row each, numbered from one as on the receipt.';
comment on column loyalty.purchase_line.member_id is 'Who bought.';
comment on column loyalty.purchase_line.purchase_id is 'The purchase.';
comment on column loyalty.purchase_line.line_number is 'From 1.';
comment on column loyalty.purchase_line.product is 'Product code of the source.';
comment on column loyalty.purchase_line.category is 'Category code of the source.';
comment on column loyalty.purchase_line.quantity_milli is 'Thousandths of the product''s unit.';
comment on column loyalty.purchase_line.amount_minor is 'Paid for this line after discounts, in the smallest unit of the purchase''s currency.';

-- One unique index guards a purchase's key, as with postings; a member's purchases are found by one that need not be unique
-- and stays small. The list by time needs no second column: the few of one instant are put in order as they are read.
alter table loyalty.purchase drop constraint purchase_pk;
drop index loyalty.purchase_id_key;
alter table loyalty.purchase add constraint purchase_pk primary key (purchase_id);
create index purchase_by_member on loyalty.purchase (member_id);
drop index loyalty.purchase_occurred_idx;
create index purchase_occurred_idx on loyalty.purchase (occurred_at);

-- The same number without a detour through text, which every purchase paid for.
alter table loyalty.purchase alter column changed_xid set default txid_current();
alter table loyalty.return alter column changed_xid set default txid_current();
alter table loyalty.voiding alter column changed_xid set default txid_current();
alter table loyalty.tier_change alter column changed_xid set default txid_current();
