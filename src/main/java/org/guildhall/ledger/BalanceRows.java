package org.guildhall.ledger;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Where the balances of one asset stand, one row a member, for lists that the database chooses and sorts by them. */
public record BalanceRows(Table<?> table, Field<UUID> member, Condition ofAsset, Field<Long> balance) {}
