package org.guildhall.sessioncards.acts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.StaffDirectory;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.CardFact;
import org.guildhall.sessioncards.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what happened to a card. */
@Component
class Telling {

    /** How a reference to an actor begins who is a person. */
    private static final String PERSON = "staff:";

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
                .flatMap(row -> Stream.of(serving(row), recording(row)))
                .filter(Objects::nonNull)
                .toList());
        return rows.stream()
                .map(row -> {
                    var who = serving(row);
                    var by = recording(row);
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
                            row.getConfirmed() == null ? null : Confirmation.of(row.getConfirmed()),
                            row.getOccurredAt().toInstant(),
                            row.getRecordedAt().toInstant(),
                            row.getActor(),
                            by == null ? null : names.get(by));
                })
                .toList();
    }

    private static @Nullable StaffId serving(FactRecord row) {
        return row.getStaffId() == null ? null : new StaffId(row.getStaffId());
    }

    private static @Nullable StaffId recording(FactRecord row) {
        return row.getActor().startsWith(PERSON) ? StaffId.of(row.getActor().substring(PERSON.length())) : null;
    }
}
