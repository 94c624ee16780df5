package org.guildhall.benefits.acts;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.guildhall.jooq.benefits.Tables.ALLOWANCE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.benefits.Quota;
import org.guildhall.benefits.rules.Window;
import org.guildhall.jooq.benefits.tables.records.AllowanceRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts how often members used what within which period; a check in the database refuses what would be too often. */
@Component
class AllowanceStore {

    /** Birthdays nearer to one another than this are the same one, corrected. */
    private static final int SAME_BIRTHDAY_DAYS = 200;

    private final DSLContext sql;

    AllowanceStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Where uses are counted: whose, of which benefit, in which period. */
    record Place(MemberId member, String benefit, String period, LocalDate start) {}

    List<AllowanceRecord> of(MemberId member) {
        return sql.selectFrom(ALLOWANCE)
                .where(ALLOWANCE.MEMBER_ID.eq(member.value()))
                .fetch();
    }

    /** Those of many members at once. */
    Map<MemberId, List<AllowanceRecord>> of(Collection<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.selectFrom(ALLOWANCE)
                .where(ALLOWANCE.MEMBER_ID.eq(DSL.any(ids)))
                .fetchGroups(row -> new MemberId(row.getMemberId()), row -> row);
    }

    /** Where a window's uses are counted. A birthday that was corrected brings no second window: its uses go with the first. */
    static Place place(MemberId member, String benefit, Window window, List<AllowanceRecord> kept) {
        var start = window.key();
        if (window.period().equals(Quota.Period.BIRTHDAY.code())) {
            start = kept.stream()
                    .filter(row ->
                            row.getBenefit().equals(benefit) && row.getPeriod().equals(window.period()))
                    .map(AllowanceRecord::getPeriodStart)
                    .filter(day -> Math.abs(DAYS.between(day, window.key())) < SAME_BIRTHDAY_DAYS)
                    .min(Comparator.comparingLong(day -> Math.abs(DAYS.between(day, window.key()))))
                    .orElse(window.key());
        }
        return new Place(member, benefit, window.period(), start);
    }

    static int used(Place place, List<AllowanceRecord> kept) {
        return kept.stream()
                .filter(row -> row.getBenefit().equals(place.benefit)
                        && row.getPeriod().equals(place.period)
                        && row.getPeriodStart().equals(place.start))
                .mapToInt(AllowanceRecord::getUsed)
                .findFirst()
                .orElse(0);
    }

    /** Counts one more use and holds the count until the transaction ends; false if that would be too often. */
    boolean take(Place place, @Nullable Integer most) {
        sql.insertInto(ALLOWANCE)
                .set(ALLOWANCE.MEMBER_ID, place.member.value())
                .set(ALLOWANCE.BENEFIT, place.benefit)
                .set(ALLOWANCE.PERIOD, place.period)
                .set(ALLOWANCE.PERIOD_START, place.start)
                .set(ALLOWANCE.USED, 0)
                .onConflictDoNothing()
                .execute();
        var room = most == null ? ALLOWANCE.USED.ge(0) : ALLOWANCE.USED.lt(most);
        return sql.update(ALLOWANCE)
                        .set(ALLOWANCE.USED, ALLOWANCE.USED.plus(1))
                        .set(ALLOWANCE.MOST, most)
                        .where(at(place))
                        .and(room)
                        .execute()
                == 1;
    }

    void giveBack(Place place) {
        sql.update(ALLOWANCE)
                .set(ALLOWANCE.USED, ALLOWANCE.USED.minus(1))
                .where(at(place))
                .execute();
    }

    private static org.jooq.Condition at(Place place) {
        return ALLOWANCE
                .MEMBER_ID
                .eq(place.member.value())
                .and(ALLOWANCE.BENEFIT.eq(place.benefit))
                .and(ALLOWANCE.PERIOD.eq(place.period))
                .and(ALLOWANCE.PERIOD_START.eq(place.start));
    }
}
