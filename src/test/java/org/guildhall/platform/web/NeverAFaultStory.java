package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Operations;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Sends every operation that takes a body, also those that will be added, bodies that hold nothing or nonsense. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=nonsense")
class NeverAFaultStory {

    private static final List<String> NONSENSE =
            List.of("{}", "[]", "null", "7", "\"text\"", "{", "{\"nobody\": {\"knows\": [1, {}]}}");

    @Autowired
    TestStaff staff;

    @Test
    void nonsense_is_refused_as_bad_input_and_never_a_fault() {
        var lead = staff.logIn("lead");
        var admin = staff.logIn("admin");
        var faults = new ArrayList<String>();
        for (var operation : Operations.of(lead.get("/v3/api-docs").json())) {
            if (operation.body() == null
                    || operation.multipart()
                    || operation.path().startsWith("/api/session")) {
                continue;
            }
            for (var body : NONSENSE) {
                var asLead = lead.send(operation.method(), operation.path(), body, operation.headers());
                var answer = asLead.status() == 403
                        ? admin.send(operation.method(), operation.path(), body, operation.headers())
                        : asLead;
                if (answer.status() >= 500
                        || (answer.status() >= 400 && answer.code().isEmpty())) {
                    faults.add(operation + " " + body + " -> " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }
}
