package org.guildhall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people call who acts. */
class ActorTest {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void staff_programs_and_jobs_are_called_by_their_name_and_a_member_by_the_reference_only() {
        assertThat(new Actor.Staff(new StaffId(ID), "苏晴").name()).isEqualTo("苏晴");
        assertThat(new Actor.Program(ID, "till 3").name()).isEqualTo("till 3");
        assertThat(new Actor.Machine("nightly").name()).isEqualTo("nightly");
        assertThat(new Actor.Self(new MemberId(ID)).name()).isEqualTo("member:" + ID);
    }
}
