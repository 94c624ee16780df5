package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.members.MemberStatus.ACTIVE;
import static org.guildhall.members.MemberStatus.APPLICANT;
import static org.guildhall.members.MemberStatus.EXPIRED;
import static org.guildhall.members.MemberStatus.MERGED;
import static org.guildhall.members.MemberStatus.SUSPENDED;
import static org.guildhall.members.MemberStatus.TERMINATED;
import static org.guildhall.members.MemberStatus.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final Map<MemberStatus, Set<MemberStatus>> LEGAL = Map.of(
            APPLICANT, Set.of(ACTIVE, WITHDRAWN, TERMINATED),
            ACTIVE, Set.of(SUSPENDED, EXPIRED, WITHDRAWN, TERMINATED),
            SUSPENDED, Set.of(ACTIVE, EXPIRED, WITHDRAWN, TERMINATED),
            EXPIRED, Set.of(ACTIVE, WITHDRAWN, TERMINATED),
            WITHDRAWN, Set.of(),
            TERMINATED, Set.of(),
            MERGED, Set.of());

    @Test
    void everyPairOfStatusesIsLegalExactlyWhenTheTableSaysSo() {
        for (var from : MemberStatus.values()) {
            for (var to : MemberStatus.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s → %s", from, to)
                        .isEqualTo(LEGAL.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void livingIsAnyStatusButWithdrawnTerminatedAndMerged() {
        for (var status : MemberStatus.values()) {
            assertThat(status.living())
                    .isEqualTo(!Set.of(WITHDRAWN, TERMINATED, MERGED).contains(status));
        }
    }
}
