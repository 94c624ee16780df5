package org.guildhall.platform.web;

import static org.guildhall.platform.web.Rejects.Expected.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.testing.Answers;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is fixed by hand lies within ten years: what is further is a slip of the pen, and is refused before it stands. */
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

    @Test
    void offers_begin_and_end_within_ten_years() {
        var lead = staff.logIn("lead");
        var rejects = new Rejects(sql);
        var today = staff.today();
        for (var day : List.of(today.plusYears(10).plusDays(1), LocalDate.of(9999, 12, 31))) {
            offers(rejects, lead, today, day, "within-horizon", false);
        }
        for (var day : List.of(today.minusYears(10).minusDays(1), LocalDate.of(1, 1, 1))) {
            offers(rejects, lead, day, today, "not-long-ago", true);
        }
        rejects.allFine();
        Answers.ok(lead.post("/api/coupon-batches", batch(today.minusYears(10), today.plusYears(10))));
        Answers.ok(lead.post("/api/lotteries", lottery(today.minusYears(10), today.plusYears(10))));
        Answers.ok(lead.post("/api/rewards", reward(today.minusYears(10), today.plusYears(10))));
    }

    private static void offers(
            Rejects rejects, TestHttp.Client lead, LocalDate from, LocalDate to, String rule, boolean first) {
        rejects.post(
                lead, "/api/coupon-batches", batch(from, to), input(first ? "validity.from" : "validity.to", rule));
        var field = first ? "firstDay" : "lastDay";
        rejects.post(lead, "/api/lotteries", lottery(from, to), input(field, rule));
        rejects.post(lead, "/api/rewards", reward(from, to), input(field, rule));
    }

    private static Map<String, Object> batch(LocalDate from, LocalDate to) {
        var amount = Map.of("minor", 1_000, "currency", "CNY");
        return Map.of(
                "code",
                "FAR-DAYS",
                "name",
                "远日子的券",
                "benefit",
                Map.of("kind", "cash", "amount", amount, "floor", amount),
                "validity",
                Map.of("kind", "fixed-days", "from", from, "to", to),
                "quantity",
                10,
                "transfers",
                0,
                "exclusive",
                false,
                "place",
                0);
    }

    private static Map<String, Object> lottery(LocalDate from, LocalDate to) {
        var nothing = Map.of(
                "code",
                "NONE",
                "name",
                "谢谢参与",
                "award",
                Map.of("kind", "nothing"),
                "odds",
                1_000_000,
                "worth",
                Map.of("minor", 0, "currency", "CNY"));
        return Map.of(
                "code",
                "FAR-DAYS",
                "name",
                "远日子的抽奖",
                "clause",
                "4.14",
                "firstDay",
                from,
                "lastDay",
                to,
                "points",
                50,
                "freeDraws",
                0,
                "prizes",
                List.of(nothing),
                "consolation",
                "NONE");
    }

    private static Map<String, Object> reward(LocalDate from, LocalDate to) {
        return Map.of(
                "code",
                "FAR-DAYS",
                "kind",
                "goods",
                "name",
                "远日子的礼品",
                "points",
                10,
                "tierPrices",
                List.of(),
                "firstDay",
                from,
                "lastDay",
                to,
                "stores",
                List.of());
    }
}
