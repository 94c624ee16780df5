package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.BOOKING;
import static org.guildhall.jooq.sessioncards.Tables.PLACE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffDirectory;
import org.guildhall.jooq.sessioncards.tables.records.BookingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.guildhall.sessioncards.BookingQuery;
import org.guildhall.sessioncards.BookingView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds bookings in the order of their time. */
@Component
class BookingSearch {

    private final DSLContext sql;
    private final StaffDirectory staff;
    private final Surroundings surroundings;

    BookingSearch(DSLContext sql, StaffDirectory staff, Surroundings surroundings) {
        this.sql = sql;
        this.staff = staff;
        this.surroundings = surroundings;
    }

    BookingView view(UUID booking) {
        return views(sql.selectFrom(BOOKING)
                        .where(BOOKING.BOOKING_ID.eq(booking))
                        .fetch())
                .getFirst();
    }

    /** One page; a member's own list is not cut by the scope, others show what is booked at the stores in it. */
    Slice<BookingView> page(BookingQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, BOOKING.STORE_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 2);
        var position = after.isEmpty()
                ? noCondition()
                : row(BOOKING.STARTS_AT, BOOKING.NUMBER).gt(val(after.time(0)), val(after.number(1)));
        var rows = sql.selectFrom(BOOKING)
                .where(condition)
                .and(position)
                .orderBy(BOOKING.STARTS_AT, BOOKING.NUMBER)
                .limit(query.size() + 1)
                .fetch();
        long count =
                sql.fetchCount(sql.selectOne().from(BOOKING).where(condition).limit(Slice.COUNT_LIMIT + 1));
        var cut = Slice.cut(
                rows,
                query.size(),
                last -> Cursors.encode(last.getStartsAt(), last.getNumber()),
                Slice.Total.counted(count));
        return new Slice<>(views(cut.items()), cut.next(), cut.total());
    }

    private static Condition condition(BookingQuery query) {
        var condition = noCondition();
        if (query.member() != null) {
            condition = condition.and(BOOKING.MEMBER_ID.eq(query.member()));
        }
        if (query.card() != null) {
            condition = condition.and(BOOKING.CARD_ID.eq(query.card()));
        }
        if (query.store() != null) {
            condition = condition.and(BOOKING.STORE_ID.eq(query.store()));
        }
        if (query.staff() != null) {
            condition = condition.and(BOOKING.STAFF_ID.eq(query.staff()));
        }
        if (query.state() != null) {
            condition = condition.and(BOOKING.STATE.eq(query.state().code()));
        }
        if (query.from() != null) {
            condition = condition.and(BOOKING.DAY.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(BOOKING.DAY.le(query.to()));
        }
        return condition;
    }

    private List<BookingView> views(List<BookingRecord> rows) {
        var people = staff.names(rows.stream()
                .map(BookingRecord::getStaffId)
                .filter(Objects::nonNull)
                .distinct()
                .map(StaffId::new)
                .toList());
        var places = sql.select(PLACE.PLACE_ID, PLACE.NAME)
                .from(PLACE)
                .where(PLACE.PLACE_ID.in(rows.stream()
                        .map(BookingRecord::getPlaceId)
                        .filter(Objects::nonNull)
                        .toList()))
                .fetchMap(PLACE.PLACE_ID, PLACE.NAME);
        return rows.stream().map(row -> view(row, people, places)).toList();
    }

    private BookingView view(BookingRecord row, Map<StaffId, String> people, Map<UUID, String> places) {
        var who = row.getStaffId() == null ? null : new StaffId(row.getStaffId());
        int free = surroundings.rules(row.getDay()).policy().bookings().freeHours();
        var starts = row.getStartsAt().toInstant();
        return new BookingView(
                row.getBookingId(),
                new MemberId(row.getMemberId()),
                row.getCardId(),
                row.getServiceId(),
                row.getName(),
                new UnitId(row.getStoreId()),
                who,
                who == null ? null : people.get(who),
                row.getPlaceId(),
                row.getPlaceId() == null ? null : places.get(row.getPlaceId()),
                row.getDay(),
                starts,
                row.getEndsAt().toInstant(),
                BookingView.State.of(row.getState()),
                starts.minus(Duration.ofHours(free)),
                row.getRevision(),
                row.getBookedAt().toInstant(),
                row.getActor());
    }
}
