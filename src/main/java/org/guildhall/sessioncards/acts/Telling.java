package org.guildhall.sessioncards.acts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.StaffDirectory;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.CardFact;
import org.springframework.stereotype.Component;

/** Shows what happened to a card. */
@Component
class Telling {

    private final FactStore facts;
    private final StaffDirectory staff;

    Telling(FactStore facts, StaffDirectory staff) {
        this.facts = facts;
        this.staff = staff;
    }

    List<CardFact> of(UUID card) {
        var rows = facts.of(card);
        var reversed = FactStore.reversedAmong(rows);
        var names = staff.names(rows.stream()
                .map(FactRecord::getStaffId)
                .filter(Objects::nonNull)
                .distinct()
                .map(StaffId::new)
                .toList());
        return rows.stream()
                .map(row -> {
                    var who = row.getStaffId() == null ? null : new StaffId(row.getStaffId());
                    return new CardFact(
                            row.getFactId(),
                            CardFact.Kind.of(row.getKind()),
                            row.getServiceId(),
                            row.getName(),
                            row.getUsed(),
                            row.getHeld(),
                            row.getGivenBack(),
                            Money.of(row.getWorth(), row.getCurrency()),
                            row.getMoney() == 0 ? null : Money.of(row.getMoney(), row.getCurrency()),
                            reversed.contains(row.getFactId()),
                            row.getStoreId() == null ? null : new UnitId(row.getStoreId()),
                            who,
                            who == null ? null : names.get(who),
                            row.getStartsAt() == null ? null : row.getStartsAt().toInstant(),
                            row.getLastDay(),
                            row.getReason(),
                            row.getOccurredAt().toInstant(),
                            row.getRecordedAt().toInstant(),
                            row.getActor());
                })
                .toList();
    }
}
