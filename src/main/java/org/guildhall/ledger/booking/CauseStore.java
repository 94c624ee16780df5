package org.guildhall.ledger.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Acts;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums what was asked to be booked, cause by cause. */
@Component
class CauseStore {

    private static final FixedStatement ASKED = FixedStatement.of("""
            select member_id, cause_id, occurred_at, movements
            from ledger.posting
            where member_id = any(?)
              and kind in ('purchase', 'return', 'occasion', 'occasion-taken-back')
            """);

    private final DSLContext sql;

    CauseStore(DSLContext sql) {
        this.sql = sql;
    }

    private record Place(
            MemberId member,
            UUID cause,
            Instant at,
            Asset asset,
            @Nullable LocalDate expiresOn) {}

    List<Booked> booked(Collection<MemberId> members) {
        var sums = new LinkedHashMap<Place, Long>();
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        ASKED.list(sql, CauseStore::asked, (Object) ids).forEach(one -> one.addTo(sums));
        return booked(sums);
    }

    /** What one posting was asked to book. */
    private record Asked(MemberId member, UUID cause, Instant at, List<Act> acts) {

        void addTo(Map<Place, Long> sums) {
            for (var act : acts) {
                if (act instanceof Act.Moved(var movement)) {
                    add(sums, member, cause, at, movement);
                }
            }
        }
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                new MemberId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Acts.read(row.getString(4)));
    }

    private static void add(Map<Place, Long> sums, MemberId member, UUID cause, Instant at, Movement movement) {
        switch (movement) {
            case Movement.Grant(var asset, var amount, var on) ->
                sums.merge(new Place(member, cause, at, asset, on), amount, Math::addExact);
            case Movement.Clawback(var asset, var amount, var on, var shortage) ->
                sums.merge(new Place(member, cause, at, asset, on), -amount, Math::addExact);
            case Movement.Spend spend -> {}
        }
    }

    private static List<Booked> booked(Map<Place, Long> sums) {
        var booked = new ArrayList<Booked>(sums.size());
        sums.forEach((place, amount) -> {
            if (amount != 0) {
                booked.add(new Booked(place.member, place.cause, place.at, place.asset, place.expiresOn, amount));
            }
        });
        return booked;
    }
}
