package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every line of a statement opens to why it is as it is. */
@GuildhallTest
class WhyStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Test
    void the_posting_of_a_purchase_is_explained_by_the_rules_that_decided_it() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        var bought = lead.post("/api/purchases", purchase(member, "W-1", 128_050));

        var posting = newest(lead, member, "purchase");
        var why = lead.get("/api/postings/" + posting + "/why");

        assertThat(why.status()).as(why.text()).isEqualTo(200);
        assertThat(why.json().path("code").asString("")).isEqualTo("ledger.posting.purchase");
        var decided = part(why.json(), "loyalty.earned");
        assertThat(decided)
                .isEqualTo(lead.get("/api/purchases/" + bought.json().path("id").asString("") + "/why")
                        .json());
        assertThat(part(why.json(), "ledger.moved.points")
                        .path("facts")
                        .path("amount")
                        .asLong())
                .isEqualTo(decided.path("facts").path("points").asLong())
                .isEqualTo(1_280);
        assertThat(part(why.json(), "ledger.moved.growth")
                        .path("facts")
                        .path("amount")
                        .asLong())
                .isEqualTo(decided.path("facts").path("growth").asLong());
        assertThat(decided.path("source").path("clause").asString("")).isEqualTo("4.1");
    }

    @Test
    void changes_by_hand_and_their_reversal_are_explained_by_the_ledger() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        var granted = lead.post(
                "/api/members/" + member + "/points",
                Map.of("amount", 100, "kind", "grant", "reason", "festival", "expiresOn", "2026-12-31"),
                "why-1");
        var posting = granted.json().path("receipt").path("postingId").asString("");

        var why = lead.get("/api/postings/" + posting + "/why").json();
        assertThat(why.path("code").asString("")).isEqualTo("ledger.posting.by-hand");
        assertThat(why.path("facts").path("reason").asString("")).isEqualTo("festival");
        var lot = part(part(why, "ledger.moved.points"), "ledger.lot.until");
        assertThat(lot.path("facts").path("amount").asLong()).isEqualTo(100);
        assertThat(lot.path("facts").path("lastDay").asString("")).isEqualTo("2026-12-30");

        var reversed = lead.post("/api/postings/" + posting + "/reverse", Map.of("reason", "登记错了"), "why-2");
        var undone = lead.get("/api/postings/"
                        + reversed.json().path("receipt").path("postingId").asString("") + "/why")
                .json();
        assertThat(undone.path("code").asString("")).isEqualTo("ledger.posting.reversal");
        assertThat(part(undone, "ledger.moved.points")
                        .path("facts")
                        .path("amount")
                        .asLong())
                .isEqualTo(-100);
        assertThat(part(undone, "ledger.posting.by-hand")).isEqualTo(why);
    }

    @Test
    void an_expiry_tells_what_its_lot_had_received_and_given() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        var path = "/api/members/" + member + "/points";
        lead.post(path, Map.of("amount", 100, "kind", "grant", "reason", "x", "expiresOn", "2026-03-03"), "why-3");
        lead.post(path, Map.of("amount", 30, "kind", "spend", "reason", "x"), "why-4");
        clock.advance(Duration.ofDays(2));
        staff.asMachine(() -> ledger.expire(Asset.POINTS, LocalDate.of(2026, 3, 4)));

        var later = staff.logIn("lead");
        var told = later.get("/api/postings/" + newest(later, member, "expiry") + "/why")
                .json();
        assertThat(told.path("code").asString("")).isEqualTo("ledger.posting.expiry");
        var story = part(told, "ledger.lot.story").path("facts");
        assertThat(story.path("granted").asLong()).isEqualTo(100);
        assertThat(story.path("used").asLong()).isEqualTo(30);
        assertThat(story.path("expired").asLong()).isEqualTo(70);
    }

    @Test
    void a_posting_out_of_reach_or_unknown_is_not_explained() {
        var near = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", near));
        var lead = staff.logIn("lead");
        var member = members.of(null);
        lead.post("/api/purchases", purchase(member, "W-9", 1_000));
        var posting = newest(lead, member, "purchase");

        assertThat(clerk.get("/api/postings/" + posting + "/why").status()).isEqualTo(404);
        assertThat(lead.get("/api/postings/" + UUID.randomUUID() + "/why").code())
                .isEqualTo("ledger.unknown-posting");
    }

    private static String newest(Client client, MemberId member, String kind) {
        for (var line : client.get("/api/members/" + member + "/statement?asset=points")
                .json()
                .path("items")) {
            if (line.path("kind").asString("").equals(kind)) {
                return line.path("postingId").asString("");
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static JsonNode part(JsonNode explanation, String code) {
        for (var part : explanation.path("parts")) {
            if (part.path("code").asString("").equals(code)) {
                return part;
            }
        }
        throw new AssertionError("no " + code + " in " + explanation);
    }

    private static Map<String, Object> purchase(MemberId member, String number, long minor) {
        return Map.of(
                "source",
                "till",
                "number",
                number,
                "member",
                member.toString(),
                "occurredAt",
                "2026-03-02T01:00:00Z",
                "total",
                Map.of("minor", minor, "currency", "CNY"));
    }
}
