package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody finds an open session and tries to learn the password in it. */
@GuildhallTest
class OwnPasswordStory {

    private static final int MANY = 30;

    @Autowired
    TestStaff staff;

    @Test
    void guesses_in_an_open_session_count_as_failed_log_ins() {
        var person = staff.hire("svc", staff.company());
        var client = staff.logIn(person);
        var codes = new ArrayList<String>();
        for (int i = 0; i < MANY && !codes.contains("access.locked-out"); i++) {
            codes.add(change(client, "guess-Number-" + i).code());
        }

        assertThat(codes).contains("kernel.invalid-input", "access.locked-out").hasSizeLessThan(MANY);
        assertThat(change(client, TestStaff.PASSWORD).code()).isEqualTo("access.locked-out");
        var told = staff.logIn("auditor").get("/api/audit?subjectKind=staff&subjectId=" + person.id());
        assertThat(told.text()).contains("access.log-in-failed", "access.locked-out");
    }

    @Test
    void one_slip_does_no_harm() {
        var client = staff.logIn(staff.hire("svc", staff.company()));

        assertThat(change(client, "not-this-One-7").code()).isEqualTo("kernel.invalid-input");
        assertThat(change(client, TestStaff.PASSWORD).status()).isLessThan(300);
    }

    private static TestHttp.Answer change(TestHttp.Client client, String current) {
        return client.put("/api/session/password", Map.of("current", current, "next", "an-Other-guild-99"));
    }
}
