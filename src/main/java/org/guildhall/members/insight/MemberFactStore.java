package org.guildhall.members.insight;

import static org.guildhall.insights.Column.Type.DATE;
import static org.guildhall.insights.Column.Type.FLAG;
import static org.guildhall.insights.Column.Type.TEXT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Members as analysis knows them: no name, no contact, no document. A member whose entry was undone, or who only applied,
 * is not counted; the day of leaving is that of the last transition to a status in which nobody is a member.
 */
@Component
final class MemberFactStore implements FactSource {

    private static final int FETCH = 5_000;

    private final DSLContext sql;

    MemberFactStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return MEMBERS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.key("id"),
                Column.of("kind", TEXT),
                Column.of("status", TEXT),
                Column.of("counted", FLAG),
                Column.of("joined_on", DATE),
                Column.of("left_on", DATE),
                Column.unit("home_unit"),
                Column.adviser("adviser"));
    }

    @Override
    public void read(Feed feed) {
        var rows = sql.resultQuery("""
                        select m.member_id, m.kind, m.status,
                               m.status <> 'APPLICANT' and not m.annulled,
                               m.joined_on,
                               case when m.status in ('EXPIRED', 'WITHDRAWN', 'TERMINATED', 'MERGED') then coalesce((
                                 select max(c.effective_on)
                                 from members.member_change c
                                 where c.member_id = m.member_id and c.act = 'transitioned'), m.joined_on) end,
                               m.home_unit, m.adviser
                        from members.member m
                        where m.changed_xid >= ? and m.changed_xid < ?
                        """, feed.fromTransaction(), feed.beforeTransaction())
                .fetchSize(FETCH);
        try (var cursor = rows.fetchLazy()) {
            for (var row : cursor) {
                feed.sink()
                        .row(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, Boolean.class),
                                row.get(4, LocalDate.class),
                                row.get(5, LocalDate.class),
                                row.get(6, UUID.class),
                                row.get(7, UUID.class));
            }
        }
    }
}
