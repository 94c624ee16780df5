package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A purchase of which nothing is left says so wherever it is met. */
@GuildhallTest
class ReturnedEntirelyStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Test
    void whatCameBackEntirelyIsToldAsSuchAndNotReturnedAgain() {
        var lead = staff.logIn("lead");
        var member = members.since(LocalDate.of(2025, 6, 1));
        var bought = lead.post("/api/purchases", purchase(member, 29_670));
        var view = "/api/purchases/" + bought.json().path("id").asString();
        var part = new HashMap<>(giveBack(member, "RE-1"));
        part.put("amount", money(9_670));
        assertThat(lead.post("/api/returns", part).status()).isEqualTo(200);
        assertThat(lead.get(view).json().path("left").path("minor").asLong()).isEqualTo(20_000);
        assertThat(lead.get(view).json().path("returned").asBoolean()).isFalse();
        assertThat(lead.post("/api/returns", giveBack(member, "RE-2")).status()).isEqualTo(200);
        assertThat(lead.get(view).json().path("left").path("minor").asLong()).isZero();
        assertThat(lead.get(view).json().path("returned").asBoolean()).isTrue();
        var again = lead.post("/api/returns", giveBack(member, "RE-3"));
        assertThat(again.code()).isEqualTo("loyalty.returned-entirely");
        assertThat(again.json().path("detail").asString()).contains("CE-1").doesNotContain("purchaseNumber");
        var told = lead.get("/api/members/" + member + "/timeline")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("loyalty.return"))
                .map(entry -> entry.path("facts"))
                .toList();
        assertThat(told)
                .anySatisfy(fact ->
                        assertThat(fact.path("amount").path("minor").asLong()).isEqualTo(9_670))
                .anySatisfy(fact -> assertThat(fact.path("amount").asString("")).isEqualTo("rest"));
    }

    private static Map<String, Object> giveBack(MemberId member, String number) {
        return Map.of("source", "till", "number", number, "purchaseNumber", "CE-1", "member", member.toString());
    }

    private static Map<String, Object> purchase(MemberId member, long minor) {
        return Map.of(
                "source", "till",
                "number", "CE-1",
                "member", member.toString(),
                "occurredAt", "2026-02-01T03:00:00Z",
                "total", money(minor));
    }

    private static Map<String, Object> money(long minor) {
        return Map.of("minor", minor, "currency", "CNY");
    }
}
