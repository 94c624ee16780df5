package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guildhall.testing.GuildhallTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody keeps data about members in secret: a schema with a column {@code member_id} has a participant. */
@GuildhallTest
class ParticipantsTest {

    /** Below members and so unable to implement its interface: keys are destroyed and the log read through access itself. */
    private static final Set<String> BELOW = Set.of("access");

    @Autowired
    List<Participant> participants;

    @Autowired
    DSLContext sql;

    @Test
    void everyModuleWithMemberDataTakesPartInTimelinesAndErasure() {
        var schemas = new TreeSet<>(sql.fetch("""
                        select distinct table_schema from information_schema.columns
                        where column_name = 'member_id' and table_schema not in ('pg_catalog', 'information_schema')
                        """).getValues("table_schema", String.class));
        schemas.removeAll(BELOW);

        assertThat(schemas).contains("members");
        assertThat(participants.stream().map(Participant::module).collect(Collectors.toSet()))
                .as("modules that register a Participant")
                .containsAll(schemas);
    }

    @Test
    void everyKindOfEntryNamesItsModule() {
        assertThat(participants)
                .allSatisfy(participant ->
                        assertThat(participant.kinds()).allMatch(kind -> kind.startsWith(participant.module() + ".")));
    }
}
