package org.guildhall.platform.web;

import static org.guildhall.platform.web.Rejects.Expected.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.testing.Answers;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Value given by hand lasts ten years at most: what is further is a slip of the pen, and is refused before it stands. */
@GuildhallTest
class FarDatesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    DSLContext sql;

    @Test
    void value_is_given_for_ten_years_at_most() {
        var lead = staff.logIn("lead");
        var rejects = new Rejects(sql);
        var member = members.since(LocalDate.of(2026, 1, 5)).toString();
        var number = Answers.ok(lead.get("/api/members/" + member))
                .json()
                .path("number")
                .asString();
        var points = "/api/members/" + member + "/points";
        var latest = staff.today().plusYears(10);
        for (var day : Stream.of(latest.plusDays(1), LocalDate.of(9999, 12, 31))
                .map(LocalDate::toString)
                .toList()) {
            var refused = input("expiresOn", "within-horizon");
            rejects.post(lead, points, Map.of("amount", 10, "kind", "grant", "reason", "x", "expiresOn", day), refused);
            rejects.post(
                    lead, points, Map.of("amount", 10, "kind", "adjust", "reason", "x", "expiresOn", day), refused);
            rejects.post(
                    lead,
                    "/api/batch-grants",
                    Map.of("numbers", List.of(number), "amount", 10, "reason", "x", "expiresOn", day),
                    refused);
            rejects.post(
                    lead,
                    "/api/members/" + member + "/expiry",
                    Map.of("from", "2026-04-01", "to", day, "reason", "x"),
                    input("to", "within-horizon"));
            rejects.post(
                    lead,
                    "/api/loyalty/tier-grants",
                    Map.of("member", member, "tier", "gold", "reason", "x", "until", day),
                    input("until", "within-horizon"));
        }
        rejects.allFine();
        var fits = Map.of("amount", 10, "kind", "grant", "reason", "x", "expiresOn", latest.toString());
        Answers.ok(lead.post(points, fits, "far-but-not-too-far"));
    }
}
