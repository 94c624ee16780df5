package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class ByIdsTest {

    private static final ByIds NAMED = ByIds.of("""
            select id
            from (values ('00000000-0000-0000-0000-000000000001'::uuid, 1), ('00000000-0000-0000-0000-000000000002', 2),
              ('00000000-0000-0000-0000-000000000003', 3)) as known (id, number)
            where number >= ?
              and id {ids}
            """);

    @Autowired
    DSLContext sql;

    @Test
    void one_several_and_none_are_read_alike() {
        assertThat(from(1, 1)).containsExactly(1);
        assertThat(from(1, 1, 3, 7)).containsExactly(1, 3);
        assertThat(from(2, 1, 3)).containsExactly(3);
        assertThat(from(2, 1)).isEmpty();
        assertThat(from(1)).isEmpty();
    }

    private List<Integer> from(int least, int... ids) {
        var asked = new HashSet<UUID>();
        for (int id : ids) {
            asked.add(new UUID(0, id));
        }
        return NAMED
                .list(sql, row -> (int) row.getObject(1, UUID.class).getLeastSignificantBits(), asked, least)
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void the_identifiers_come_once_and_last() {
        for (var text : List.of("select 1", "where id {ids} and a = ?", "where a {ids} and b {ids}")) {
            assertThatThrownBy(() -> ByIds.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
